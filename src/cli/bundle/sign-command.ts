import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, UsageError } from '../command.ts'
import { timeOption } from './publish/instants.ts'
import { signAndTell } from './sign-and-tell.ts'

/** `bundle sign OUT --keys KEYS [--at INSTANT]` */
export const signCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['keys', 'at'])
  const out = onlyWord(positional, 'The folder of the bundle')
  if (options.keys === undefined) throw new UsageError('--keys KEYS is missing')
  return signAndTell({ out, keys: options.keys, at: timeOption(options.at) }, terminal)
}
