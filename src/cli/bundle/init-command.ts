import { fingerprintOf } from '../../bundle/public-key.ts'
import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { passphrase } from './passphrase.ts'
import { initRepository } from './publish/init-repository.ts'
import { timeOption } from './publish/instants.ts'

const MOST_ROOT_KEYS = 9

/** `bundle init OUT --keys KEYS [--root-keys N --threshold M] [--at INSTANT]`: keys and the first root of a bundle. */
export const initCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['keys', 'root-keys', 'threshold', 'at'])
  const out = onlyWord(positional, 'The folder of the bundle')
  const { keys } = options
  if (keys === undefined) throw new UsageError('--keys KEYS is missing')
  const rootKeys = numberOption(options['root-keys'], 'root-keys', 1, MOST_ROOT_KEYS) ?? 1
  const threshold = numberOption(options.threshold, 'threshold', 1, rootKeys) ?? rootKeys
  const begun = await initRepository(out, { keys, rootKeys, threshold, at: timeOption(options.at) })
  if (!begun.ok) {
    terminal.err(`${begun.error}.`)
    return EXIT.refused
  }
  terminal.out(`Fingerprint: ${fingerprintOf(begun.value)}`)
  const lock = passphrase() === undefined ? 'without a passphrase' : 'locked by the passphrase'
  terminal.err(
    `The private keys are in ${keys}, ${lock}. Keep root-*.json offline and in copies: they alone can replace the others. ` +
      'Only timestamp.json has to be where the timestamp is renewed.',
  )
  return EXIT.ok
}
