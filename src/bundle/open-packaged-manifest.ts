import { ok, type Result } from '../model/result.ts'
import type { BundleError } from './bundle-error.ts'
import type { Manifest } from './manifest.ts'
import { packagedManifestSchema } from './manifest-schema.ts'
import { parseManifest } from './parse-manifest.ts'

/**
 * Reads the `bundle.json` of the extension's own package. The package vouches for it: it has no metadata above it, and
 * gives length and hash of each part itself. In everything else it is the manifest of any other generation.
 */
export function openPackagedManifest(bytes: Uint8Array): Result<Manifest, BundleError> {
  const json = parseManifest(bytes, packagedManifestSchema)
  return json.ok ? ok(json.value as unknown as Manifest) : json
}
