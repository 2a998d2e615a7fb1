import { fingerprintOf, keyIdOfFingerprint } from '../../bundle/public-key.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { counted } from '../counted.ts'
import { progressTo } from './progress.ts'
import { repositoryProblem } from './publish/repository-problem.ts'
import { verifyRepository } from './publish/verify-repository.ts'

/** `bundle verify OUT [--fingerprint F]`: the whole repository as a reader finds it now, deltas included. */
export const verifyCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['fingerprint'])
  const folder = onlyWord(positional, 'The folder of the bundle')
  const { fingerprint } = options
  const trust =
    fingerprint === undefined
      ? ({ kind: 'first-use' } as const)
      : ({ kind: 'pinned', rootDigest: digestOf(fingerprint) } as const)
  const onPart = progressTo(terminal, 'verified part')
  const verified = await verifyRepository(folder, { now: Date.now(), trust, onPart })
  if (!verified.ok) {
    terminal.err(`${repositoryProblem(folder, verified.error)}.`)
    return EXIT.refused
  }
  const { manifest, trusted, rootDigest } = verified.value
  const { id, generation, counts, deltas } = manifest
  terminal.out(
    `${id}, generation ${generation}: ${counted(counts.entities, 'entity', 'entities')}, ${counted(deltas.length, 'delta')}. Sound.`,
  )
  terminal.out(`Valid until ${trusted.timestamp.expires}. Fingerprint: ${fingerprintOf(rootDigest)}`)
  return EXIT.ok
}

function digestOf(fingerprint: string): string {
  const digest = keyIdOfFingerprint(fingerprint)
  if (digest !== undefined) return digest
  throw new UsageError(`"${fingerprint}" is no fingerprint: 43 letters, digits, - and _`)
}
