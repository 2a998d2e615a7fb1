import type { Terminal } from '../command.ts'

/** Steps of fewer than this many are over before anyone reads of them. */
const QUIET_BELOW = 8

/** Tells every step of long work, and what it was. */
export const progressTo =
  (terminal: Terminal, what: string) =>
  (done: number, total: number, which = ''): void => {
    if (total >= QUIET_BELOW) terminal.err([what, `${done} of ${total}`, which].join(' ').trimEnd())
  }

/** Told so often: a line on the terminal every second or so. */
const TOLD_EVERY = 50_000

/** Tells how many records were worked through. `what`: what was done with them. */
export function recordsTo(terminal: Terminal, what: string): (done: number) => void {
  let told = 0
  return (done) => {
    if (done - told < TOLD_EVERY) return
    told = done - (done % TOLD_EVERY)
    terminal.err(`${told} records ${what}`)
  }
}
