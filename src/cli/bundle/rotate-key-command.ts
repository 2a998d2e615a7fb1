import { TOP_ROLES, type TopRole } from '../../bundle/tuf/metadata.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { progressTo } from './progress.ts'
import { timeOption } from './publish/instants.ts'
import { readKeyFolder } from './publish/key-folder.ts'
import { rotateKey } from './publish/rotate-key.ts'

/** `bundle rotate-key OUT --role ROLE --keys KEYS [--remove KEYID] [--at INSTANT]` */
export const rotateKeyCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['role', 'keys', 'remove', 'at'])
  const out = onlyWord(positional, 'The folder of the bundle')
  const { keys, remove } = options
  const role = roleOf(options.role)
  if (keys === undefined) throw new UsageError('--keys KEYS is missing')
  const ring = await readKeyFolder(keys)
  const at = timeOption(options.at)
  const onPart = progressTo(terminal, 'verified part')
  const rotated = ring.ok
    ? await rotateKey(out, {
        role,
        keys,
        ring: ring.value,
        at,
        onPart,
        ...(remove !== undefined && { remove }),
      })
    : ring
  if (!rotated.ok) {
    terminal.err(`${rotated.error}.`)
    return EXIT.refused
  }
  const { rootVersion, removed, keyFile } = rotated.value
  terminal.out(
    `${out}: root ${rootVersion} takes the ${role} role from ${removed} and gives it to the key in ${keyFile}.`,
  )
  return EXIT.ok
}

function roleOf(text: string | undefined): TopRole {
  const role = TOP_ROLES.find((each) => each === text)
  if (role) return role
  throw new UsageError(`--role takes one of ${TOP_ROLES.join(', ')}`)
}
