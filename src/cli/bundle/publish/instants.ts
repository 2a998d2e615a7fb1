import { UsageError } from '../../command.ts'

const DAY_MS = 86_400_000

/** How long each role is valid, in days: a stolen timestamp key can hold readers back for no longer than its own. */
export const VALID_DAYS = { root: 730, targets: 365, snapshot: 365, timestamp: 14 } as const

/** An instant as metadata writes it, `days` after `at` (milliseconds since 1970). */
export const instantAfter = (at: number, days: number): string =>
  new Date(Math.floor((at + days * DAY_MS) / 1_000) * 1_000).toISOString().replace('.000Z', 'Z')

/** The time of `--at INSTANT`, for output that is the same in every run; without it the clock's. */
export function timeOption(text: string | undefined): number {
  if (text === undefined) return Date.now()
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new UsageError('--at takes an instant, for example 2026-11-23T00:00:00Z')
  return at
}
