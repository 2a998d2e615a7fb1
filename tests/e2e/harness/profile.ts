import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import type { LaunchOptions } from './browser-session.ts'
import { until } from './until.ts'

/** Whether a browser starts without a past: then the extension greets its reader. */
export function isNewProfile({ profile }: LaunchOptions): boolean {
  if (profile === undefined) return true
  const isNew = !existsSync(profile) || readdirSync(profile).length === 0
  mkdirSync(profile, { recursive: true })
  return isNew
}

/** Kills a browser and the processes that it started, which are its group, and waits until it is gone. */
export async function killProcess(browser: ChildProcess | null): Promise<void> {
  if (browser?.pid === undefined) throw new Error('The browser has no process of its own.')
  const gone = once(browser, 'exit')
  process.kill(-browser.pid, 'SIGKILL')
  await gone
}

/** Puppeteer puts the preferences of a profile back when Firefox has ended: a start before that would lose its own. */
export async function untilPutBack({ profile }: LaunchOptions): Promise<void> {
  if (profile === undefined) return
  await until('the preferences are put back', async () =>
    readdirSync(profile).every((file) => !file.endsWith('.puppeteer')),
  )
}
