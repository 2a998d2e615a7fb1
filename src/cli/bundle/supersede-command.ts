import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { progressTo } from './progress.ts'
import { timeOption } from './publish/instants.ts'
import { readKeyFolder } from './publish/key-folder.ts'
import { supersede } from './publish/supersede.ts'

/** What takes an earlier successor back. */
const NOBODY = 'none'

/** `bundle supersede OUT --by LINK|none --keys KEYS [--at INSTANT]` */
export const supersedeCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['by', 'keys', 'at'])
  const out = onlyWord(positional, 'The folder of the bundle')
  const { by, keys } = options
  if (by === undefined) throw new UsageError('--by LINK is missing')
  if (keys === undefined) throw new UsageError('--keys KEYS is missing')
  const ring = await readKeyFolder(keys)
  const at = timeOption(options.at)
  const onPart = progressTo(terminal, 'verified part')
  const superseded = ring.ok
    ? await supersede(out, { by: by === NOBODY ? undefined : by, ring: ring.value, at, onPart })
    : ring
  if (!superseded.ok) {
    terminal.err(`${superseded.error}.`)
    return EXIT.refused
  }
  const what = by === NOBODY ? 'goes on by itself' : `names ${by} as the bundle that goes on`
  terminal.out(`${out}: generation ${superseded.value} ${what}.`)
  return EXIT.ok
}
