import { ok, type Result } from '../model/result.ts'
import type { BundleError } from './bundle-error.ts'
import { GenerationCheck } from './generation-check.ts'
import type { GenerationState } from './generation-tally.ts'
import type { Manifest } from './manifest.ts'
import type { RecordLine } from './read-record.ts'
import type { Trust } from './trust.ts'

declare const verified: unique symbol

/**
 * A whole generation that passed every check. Storage takes nothing else, and only `verifyGeneration`
 * makes one: so nothing can be written before it is verified.
 */
export interface VerifiedGeneration {
  readonly [verified]: true
  readonly manifest: Manifest
  readonly trust: Trust
  /** In ascending order of their ids. */
  readonly lines: readonly RecordLine[]
  readonly state: GenerationState
}

/** Checks what only the whole can show: `GenerationCheck` for records that are all at hand. */
export function verifyGeneration(
  manifest: Manifest,
  trust: Trust,
  lines: readonly RecordLine[],
): Result<VerifiedGeneration, BundleError> {
  const check = new GenerationCheck(manifest)
  const added = check.add(lines)
  if (!added.ok) return added
  const state = check.finish()
  if (!state.ok) return state
  return ok({ manifest, trust, lines, state: state.value } as unknown as VerifiedGeneration)
}
