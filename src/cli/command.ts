/** Where a command writes: results to `out`, everything else to `err`. Lines have no end of their own. */
export interface Terminal {
  out(line: string): void
  err(line: string): void
}

/** How a command ended; docs/bundle-format.md lists the codes. */
export const EXIT = {
  /** Done; what was checked is sound. */
  ok: 0,
  /** What was checked is not sound, or was refused. */
  refused: 1,
  /** The command line itself is wrong. */
  usage: 2,
} as const

/** A command of the command line: takes the words after its name and gives the exit code. */
export type Command = (argv: readonly string[], terminal: Terminal) => Promise<number>

/** A command line that cannot be understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
