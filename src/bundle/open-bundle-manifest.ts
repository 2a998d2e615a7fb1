import * as v from 'valibot'
import { ok, type Result } from '../model/result.ts'
import { type BundleError, refuse } from './bundle-error.ts'
import { type BundleDelta, type BundleManifest, type BundlePart, MANIFEST_FILE } from './manifest.ts'
import { bundleManifestSchema, packedSchema } from './manifest-schema.ts'
import { parseManifest } from './parse-manifest.ts'
import { targetOf } from './tuf/find-target.ts'
import type { Targets } from './tuf/metadata.ts'

/** What a manifest must agree with: the signed targets that name it, and the identity of their root. */
export interface ManifestAuthority {
  readonly targets: Targets
  readonly rootDigest: string
}

/**
 * Reads `bundle.json`, whose bytes were held against the signed targets already. Step M: its generation is the
 * version of the targets, it belongs to this root, and the targets sign every file that it names, as it names it: so
 * that no mixture of two generations passes.
 */
export function openBundleManifest(
  bytes: Uint8Array<ArrayBuffer>,
  authority: ManifestAuthority,
): Result<BundleManifest, BundleError> {
  const json = parseManifest(bytes, bundleManifestSchema)
  if (!json.ok) return json
  const manifest = withBytes(json.value as unknown as NamedManifest, authority.targets)
  if (!manifest.ok) return manifest
  return disagreement(manifest.value, authority) ?? deltaProblem(manifest.value) ?? manifest
}

function disagreement(
  manifest: BundleManifest,
  { targets, rootDigest }: ManifestAuthority,
): Result<never, BundleError> | undefined {
  if (manifest.generation !== targets.version)
    return refuse(
      'wrong-version',
      MANIFEST_FILE,
      `generation ${manifest.generation}, targets ${targets.version}`,
    )
  if (manifest.rootDigest !== rootDigest)
    return refuse('wrong-root', MANIFEST_FILE, `it belongs to ${manifest.rootDigest}`)
  const files = [...manifest.full, ...manifest.deltas.flatMap((delta) => delta.parts)]
  const paths = new Set(files.map((file) => file.path))
  return paths.size < files.length
    ? refuse('wrong-target', MANIFEST_FILE, 'it names a file twice')
    : undefined
}

/** A file as `bundle.json` names it. */
type Named = Omit<BundlePart, 'length' | 'sha256'>
type NamedDelta = Omit<BundleDelta, 'parts'> & { readonly parts: readonly Named[] }
type NamedManifest = Omit<BundleManifest, 'full' | 'deltas'> & {
  readonly full: readonly Named[]
  readonly deltas: readonly NamedDelta[]
}

/** The manifest with the length and the hash of each file, which the targets sign. */
function withBytes(manifest: NamedManifest, targets: Targets): Result<BundleManifest, BundleError> {
  const full = partsOf(manifest.full, targets)
  if (!full.ok) return full
  const deltas: BundleDelta[] = []
  for (const delta of manifest.deltas) {
    const parts = partsOf(delta.parts, targets)
    if (!parts.ok) return parts
    deltas.push({ ...delta, parts: parts.value })
  }
  return ok({ ...manifest, full: full.value, deltas })
}

function partsOf(files: readonly Named[], targets: Targets): Result<readonly BundlePart[], BundleError> {
  const parts: BundlePart[] = []
  for (const file of files) {
    const target = targetOf(targets, file.path)
    const sha256 = target?.hashes.sha256
    if (!target || sha256 === undefined)
      return refuse('wrong-target', MANIFEST_FILE, `the targets do not sign ${file.path}`)
    const part = { ...file, length: target.length, sha256 }
    const checked = v.safeParse(packedSchema, part, { abortEarly: true })
    if (!checked.success) return refuse('too-large', file.path, checked.issues[0].message)
    parts.push(part)
  }
  return ok(parts)
}

/** Deltas lead to this generation or to an earlier one, and those to this one lead to its digest. */
function deltaProblem({ deltas, generation, state }: BundleManifest): Result<never, BundleError> | undefined {
  const wrong = deltas.find(
    ({ to, toState }) => to > generation || (to === generation && toState !== state.root),
  )
  return wrong && refuse('wrong-state', MANIFEST_FILE, `the delta ${wrong.from}-${wrong.to} leads elsewhere`)
}
