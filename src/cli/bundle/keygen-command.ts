import { fingerprintOf } from '../../bundle/public-key.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT } from '../command.ts'
import { createKeyFile } from './key-file.ts'
import { passphrase } from './passphrase.ts'

/** `bundle keygen FILE`: a new signing key. */
export const keygenCommand: Command = async (argv, terminal) => {
  const path = onlyWord(readArguments(argv).positional, 'The file for the key')
  const key = await createKeyFile(path, passphrase())
  if (!key.ok) {
    terminal.err(key.error)
    return EXIT.refused
  }
  terminal.out(`Fingerprint: ${fingerprintOf(key.value.keyId)}`)
  const lock = passphrase() === undefined ? 'It has no passphrase' : 'It is locked by the passphrase'
  terminal.err(
    `The private key is in ${path}. ${lock}. Keep a copy offline: without it readers take no further update.`,
  )
  return EXIT.ok
}
