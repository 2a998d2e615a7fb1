/** When the next update is due; kept in `storage.local`. */
export interface Schedule {
  /** Milliseconds since 1970 (UTC). */
  readonly due: number
  /** Updates that failed one after the other. */
  readonly failures: number
}

const HOUR = 60 * 60 * 1_000
const DAY = 24 * HOUR

/** Hours between updates: what a reader may choose, and what holds until then. */
const UPDATE_HOURS = { least: 1, usual: 24, most: 30 * 24 } as const

/** The share of an interval by which it is varied: readers who began together do not ask together for ever. */
const JITTER = 0.2

/** The wait after a first failure; each further one doubles it, up to a day. */
const FIRST_RETRY = HOUR / 4

/** What an interval depends on. */
export interface ScheduleInput {
  /** Milliseconds since 1970 (UTC). */
  readonly now: number
  readonly hours: number
  /** From 0 to 1, drawn anew each time. */
  readonly random: number
}

/** After an update: when the next one is due. Nothing but time, chance and earlier failures decides. */
export function nextUpdate(before: Schedule | undefined, failed: boolean, input: ScheduleInput): Schedule {
  const failures = failed ? (before?.failures ?? 0) + 1 : 0
  const interval = intervalOf(input.hours)
  const wait = failed ? Math.min(FIRST_RETRY * 2 ** Math.min(failures - 1, 10), DAY, interval) : interval
  return { due: input.now + varied(wait, input.random), failures }
}

/**
 * When the alarm has to ring for a schedule that was made earlier. A date beyond what could have been chosen comes
 * of a clock that was set, and is chosen anew; one that has passed while the browser was closed is due soon, not at
 * once, so that the start of the browser is not what a host sees.
 */
export function alarmTime(schedule: Schedule | undefined, input: ScheduleInput): Schedule {
  const longest = intervalOf(input.hours) * (1 + JITTER)
  if (!schedule || schedule.due > input.now + longest) return nextUpdate(undefined, false, input)
  const soon = input.now + varied(SOON, input.random)
  return { ...schedule, due: Math.max(schedule.due, soon) }
}

/** A quarter of an hour after the browser's start, more or less. */
const SOON = HOUR / 4

const varied = (wait: number, random: number): number => Math.round(wait * (1 - JITTER + 2 * JITTER * random))

/** Whatever was stored or typed, within the bounds. */
function intervalOf(hours: number): number {
  const { least, usual, most } = UPDATE_HOURS
  return HOUR * (Number.isFinite(hours) ? Math.min(Math.max(hours, least), most) : usual)
}
