import { EXIT, type Terminal } from '../command.ts'
import { readKeyFolder } from './publish/key-folder.ts'
import { signRepository } from './publish/sign-repository.ts'

/** A repository to sign, and with what. */
export interface SignRequest {
  readonly out: string
  readonly keys: string
  readonly at: number
}

/** Signs what waits in a repository and says what it was; progress for what takes long. */
export async function signAndTell({ out, keys, at }: SignRequest, terminal: Terminal): Promise<number> {
  const ring = await readKeyFolder(keys)
  const signed = ring.ok
    ? await signRepository(out, { ring: ring.value, at, onPart: progressTo(terminal, 'verified part') })
    : ring
  if (!signed.ok) {
    terminal.err(`${signed.error}.`)
    return EXIT.refused
  }
  const { generation, renewed } = signed.value
  terminal.out(
    renewed
      ? `${out}: generation ${generation}, timestamp renewed.`
      : `${out}: generation ${generation} signed.`,
  )
  return EXIT.ok
}

/** Steps of fewer than this many are over before anyone reads of them. */
const QUIET_BELOW = 8

/** Tells every step of long work. */
export const progressTo =
  (terminal: Terminal, what: string) =>
  (done: number, total: number): void => {
    if (total >= QUIET_BELOW) terminal.err(`${what} ${done} of ${total}`)
  }
