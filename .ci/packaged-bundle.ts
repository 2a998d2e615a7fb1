import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { compilePackaged } from '../src/cli/bundle/compile-packaged.ts'
import { formatComplaint } from '../src/cli/bundle/complaint.ts'

/** The sources of the bundle that comes with the extension, and the folder of the package that it goes to. */
const SOURCES = 'assets/bundles/international-affairs'
const TARGET = 'bundle'

/** A file to be copied into the package. */
export interface PackagedFile {
  readonly absoluteSrc: string
  readonly relativeDest: string
}

/** Compiles the packaged bundle into `scratch`; throws every complaint, with file and line, where it cannot be built. */
export async function packagedBundle(root: string, scratch: string): Promise<PackagedFile[]> {
  const files = await compilePackaged(join(root, SOURCES))
  if (!files.ok) {
    const complaints = files.error.map((each) => `${SOURCES}/${formatComplaint(each)}`)
    throw new Error(`The packaged bundle cannot be built.\n${complaints.join('\n')}`)
  }
  return Promise.all([...files.value].map(([file, bytes]) => written(scratch, `${TARGET}/${file}`, bytes)))
}

async function written(scratch: string, relativeDest: string, bytes: Uint8Array): Promise<PackagedFile> {
  const absoluteSrc = join(scratch, relativeDest)
  await mkdir(dirname(absoluteSrc), { recursive: true })
  await writeFile(absoluteSrc, bytes)
  return { absoluteSrc, relativeDest }
}
