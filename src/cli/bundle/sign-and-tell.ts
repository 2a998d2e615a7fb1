import { EXIT, type Terminal } from '../command.ts'
import { progressTo } from './progress.ts'
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
  const { generation, isNew, renewed, endingSoon } = signed.value
  const done = [
    ...(isNew ? ['signed'] : []),
    ...(renewed.length > 0 ? [`${LIST.format(renewed)} renewed`] : []),
  ]
  terminal.out(`${out}: generation ${generation}${isNew ? ' ' : ', '}${done.join(', ')}.`)
  for (const { role, expires } of endingSoon)
    terminal.err(
      `What the ${role} role signs expires on ${expires}: "bundle sign" with its keys before then renews it.`,
    )
  return EXIT.ok
}

const LIST = new Intl.ListFormat('en')
