import { fail, ok, type Result } from '../../model/result.ts'
import { compileSources } from './compile-sources.ts'
import type { Complaint } from './complaint.ts'
import { type PackedBundle, packBundle } from './pack-bundle.ts'
import { verifyPacked } from './verify-packed.ts'

/**
 * Compiles the sources of the packaged bundle for the extension's build: the files to put into the
 * package, unsigned, because the package vouches for them; or every complaint, and then the build fails.
 */
export async function compilePackaged(folder: string): Promise<Result<PackedBundle, readonly Complaint[]>> {
  const compiled = await compileSources(folder)
  if (!compiled.ok) return compiled
  const packed = await packBundle(compiled.value)
  const verified = await verifyPacked(packed, { kind: 'package' })
  if (verified.ok) return ok(packed)
  const problem = `A reader would refuse the bundle: ${verified.error.where}: ${verified.error.detail}`
  return fail([{ file: 'bundle.yaml', line: 1, column: 1, problem, advice: 'Correct what it names' }])
}
