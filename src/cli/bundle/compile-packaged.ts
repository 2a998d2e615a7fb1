import type { ReadFile } from '../../bundle/read-bundle.ts'
import { readPackaged } from '../../bundle/read-bundle.ts'
import { fail, ok, type Result } from '../../model/result.ts'
import { compileSources } from './compile-sources.ts'
import type { Complaint } from './complaint.ts'
import { type PackagedFiles, packPackaged } from './pack-packaged.ts'

/**
 * Compiles the sources of the packaged bundle for the extension's build: the files to put into the
 * package, unsigned, because the package vouches for them; or every complaint, and then the build fails.
 */
export async function compilePackaged(folder: string): Promise<Result<PackagedFiles, readonly Complaint[]>> {
  const compiled = await compileSources(folder)
  if (!compiled.ok) return compiled
  const files = packPackaged(compiled.value)
  if (!files.ok) return refused(files.error)
  const verified = await readPackaged(filesInMemory(files.value), crypto.subtle)
  return verified.ok ? files : refused(verified.error)
}

function refused({ where, detail }: { readonly where: string; readonly detail: string }) {
  const problem = `A reader would refuse the bundle: ${where}: ${detail}`
  return fail([{ file: 'bundle.yaml', line: 1, column: 1, problem, advice: 'Correct what it names' }])
}

const filesInMemory =
  (files: PackagedFiles): ReadFile<{ readonly where: string; readonly detail: string }> =>
  async (file) => {
    const bytes = files.get(file)
    return bytes ? ok(bytes) : fail({ where: file, detail: 'not packed' })
  }
