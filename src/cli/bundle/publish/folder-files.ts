import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ExpectedSize, ReadFile } from '../../../bundle/read-bundle.ts'
import { fail, ok } from '../../../model/result.ts'
import { makeFolder } from '../../make-folder.ts'

/** A file of a folder that cannot be read. */
export interface FolderError {
  readonly code: 'not-found' | 'too-large'
  readonly where: string
  readonly detail: string
}

/** The files below a folder as a reader would get them; those in `over` stand before the folder's own. */
export const folderFiles =
  (folder: string, over: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map()): ReadFile<FolderError> =>
  async (file, size) => {
    const where = join(folder, file)
    const bytes = over.get(file) ?? (await bytesOf(where, size))
    if (!bytes) return fail({ code: 'not-found', where, detail: 'there is no such file' })
    if (bytes === 'too-large' || bytes.length > most(size))
      return fail({ code: 'too-large', where, detail: `over ${most(size)} bytes` })
    return ok(bytes)
  }

async function bytesOf(
  path: string,
  size: ExpectedSize,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | undefined> {
  try {
    if ((await stat(path)).size > most(size)) return 'too-large'
    return new Uint8Array(await readFile(path))
  } catch {
    return undefined
  }
}

/** One byte more than expected may be read: a wrong length is then told as what it is. */
const most = (size: ExpectedSize): number => ('exactly' in size ? size.exactly + 1 : size.atMost)

/** Writes a file at once: whoever reads meanwhile, or a kill, finds the old one or the new one. */
export const replaceFile = (path: string, bytes: Uint8Array): Promise<void> =>
  replaceFiles(dirname(path), new Map([[basename(path), bytes]]))

/**
 * Writes files that belong together, by their paths below a folder: all of them beside their places first, then each
 * to its place in the order given. What can go wrong (a full disk, no right to write) goes wrong before the first.
 */
export async function replaceFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [file, bytes] of files) {
    await makeFolder(dirname(join(folder, file)))
    await writeFile(join(folder, `${file}.new`), bytes)
  }
  for (const file of files.keys()) await rename(join(folder, `${file}.new`), join(folder, file))
}
