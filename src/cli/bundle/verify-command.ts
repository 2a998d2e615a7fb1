import type { Trust } from '../../bundle/open-manifest.ts'
import { fingerprintOf, keyIdOfFingerprint } from '../../bundle/public-key.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { readBuiltBundle, signerOf } from './built-bundle.ts'

/** `bundle verify OUT [--fingerprint F]`: what a reader of the bundle would find. */
export const verifyCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['fingerprint'])
  const folder = onlyWord(positional, 'The folder of the bundle')
  const signer = await signerOf(folder)
  const verified = await readBuiltBundle(folder, trustOf(options.fingerprint, signer))
  if (!verified.ok) {
    const { code, where, detail } = verified.error
    terminal.err(`${where}: ${code}: ${detail}`)
    return EXIT.refused
  }
  const { id, generation, counts } = verified.value.manifest
  terminal.out(`${id}, generation ${generation}: ${counts.entities} entities. Sound.`)
  terminal.out(signer === undefined ? 'Unsigned.' : `Signed by ${fingerprintOf(signer)}.`)
  return EXIT.ok
}

/** Without a fingerprint the bundle's own key is checked: the signature is sound, whoever made it. */
function trustOf(fingerprint: string | undefined, signer: string | undefined): Trust {
  if (fingerprint === undefined)
    return signer === undefined ? { kind: 'package' } : { kind: 'key', keyId: signer }
  const keyId = keyIdOfFingerprint(fingerprint)
  if (keyId === undefined)
    throw new UsageError(`"${fingerprint}" is no fingerprint: 43 letters, digits, - and _`)
  return { kind: 'key', keyId }
}
