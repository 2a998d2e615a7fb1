import { browser } from 'wxt/browser'
import { storage } from 'wxt/utils/storage'
import { settingsStore } from '../storage/settings-store.ts'
import { alarmTime, nextUpdate, type Schedule, type ScheduleInput } from '../sync/schedule.ts'

/** Rings when the next update is due. */
export const UPDATE_ALARM = 'update'

/** Rings while an update runs: where the browser has ended the worker meanwhile, the update is taken up again. */
export const RESUME_ALARM = 'resume-update'

/** The least that Chromium grants. */
const RESUME_MINUTES = 0.5

const scheduleStore = storage.defineItem<Schedule | null>('local:schedule', { fallback: null })

/** At the browser's start, after an installation and after a change of the interval: the alarm for the next update. */
export async function setUpdateAlarm(hasSubscriptions: boolean): Promise<void> {
  if (!hasSubscriptions) {
    await browser.alarms.clear(UPDATE_ALARM)
    return
  }
  const schedule = alarmTime((await scheduleStore.getValue()) ?? undefined, await scheduleInput())
  await ring(schedule)
}

/** After an update: when the next one is due. */
export async function scheduleNext(failed: boolean): Promise<void> {
  const before = (await scheduleStore.getValue()) ?? undefined
  await ring(nextUpdate(before, failed, await scheduleInput()))
}

async function ring(schedule: Schedule): Promise<void> {
  await scheduleStore.setValue(schedule)
  await browser.alarms.create(UPDATE_ALARM, { when: schedule.due })
}

async function scheduleInput(): Promise<ScheduleInput> {
  const { updateHours } = await settingsStore.getValue()
  return { now: Date.now(), hours: updateHours, random: Math.random() }
}

/** Well under the half minute without an event after which Chromium ends a worker. */
const STAY_AWAKE_MS = 20_000

/** Until an update has ended: whatever ends the worker, it is woken to go on. */
export const setResumeAlarm = (): Promise<void> =>
  browser.alarms.create(RESUME_ALARM, { delayInMinutes: RESUME_MINUTES, periodInMinutes: RESUME_MINUTES })

/** Runs an update that outlives the browser's patience: the worker is kept awake, and woken where it was ended. */
export async function withResume<T>(run: () => Promise<T>): Promise<T> {
  await setResumeAlarm()
  try {
    return await stayingAwake(run)
  } finally {
    await browser.alarms.clear(RESUME_ALARM)
  }
}

/** Runs what takes longer than the browser leaves a worker that hears of no event. */
export async function stayingAwake<T>(run: () => Promise<T>): Promise<T> {
  // Any call of the browser's own counts as life; fetching and writing do not.
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_MS)
  try {
    return await run()
  } finally {
    clearInterval(awake)
  }
}
