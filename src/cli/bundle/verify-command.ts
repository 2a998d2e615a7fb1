import type { Trust } from '../../bundle/open-manifest.ts'
import { fingerprintOf, keyIdOfFingerprint } from '../../bundle/public-key.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts'
import { isRepository } from './build-repository.ts'
import { readBuiltBundle, signerOf } from './built-bundle.ts'
import { verifyRepository } from './publish/verify-repository.ts'

/** `bundle verify OUT [--fingerprint F]`: what a reader of the bundle would find. */
export const verifyCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['fingerprint'])
  const folder = onlyWord(positional, 'The folder of the bundle')
  if (await isRepository(folder)) return verifySigned(folder, options.fingerprint, terminal)
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
  return { kind: 'key', keyId: digestOf(fingerprint) }
}

/** The whole repository as a reader finds it now, deltas included. */
async function verifySigned(
  folder: string,
  fingerprint: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const rootDigest = fingerprint === undefined ? undefined : digestOf(fingerprint)
  const trust =
    rootDigest === undefined ? ({ kind: 'first-use' } as const) : ({ kind: 'pinned', rootDigest } as const)
  const verified = await verifyRepository(folder, { now: Date.now(), trust })
  if (!verified.ok) {
    const { code, where, detail } = verified.error
    terminal.err(`${where}: ${code}: ${detail}`)
    return EXIT.refused
  }
  const { manifest, trusted, rootDigest: found } = verified.value
  const { id, generation, counts, deltas } = manifest
  terminal.out(
    `${id}, generation ${generation}: ${counts.entities} entities, ${deltas.length} deltas. Sound.`,
  )
  terminal.out(`Valid until ${trusted.timestamp.expires}. Fingerprint: ${fingerprintOf(found)}`)
  return EXIT.ok
}

function digestOf(fingerprint: string): string {
  const digest = keyIdOfFingerprint(fingerprint)
  if (digest !== undefined) return digest
  throw new UsageError(`"${fingerprint}" is no fingerprint: 43 letters, digits, - and _`)
}
