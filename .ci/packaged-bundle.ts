import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseSubscriptionLink } from '../src/bundle/subscription-link.ts'
import { UPDATE_SETTING_FILE, updateSettingBytes } from '../src/bundle/update-setting.ts'
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

/**
 * Where the packaged bundle is updated from: a subscription link, which has the address and pins the root. A setting of
 * the build; empty, the extension asks nobody for updates of what came with it.
 */
const UPDATE_LINK = 'BACKGROUNDER_UPDATE_LINK'

/** Compiles the packaged bundle into `scratch`; throws every complaint, with file and line, where it cannot be built. */
export async function packagedBundle(root: string, scratch: string): Promise<PackagedFile[]> {
  const setting = updateSettingBytes(updateLink(process.env[UPDATE_LINK]))
  const files = await compilePackaged(join(root, SOURCES))
  if (!files.ok) {
    const complaints = files.error.map((each) => `${SOURCES}/${formatComplaint(each)}`)
    throw new Error(`The packaged bundle cannot be built.\n${complaints.join('\n')}`)
  }
  return Promise.all(
    [...files.value, [UPDATE_SETTING_FILE, setting] as const].map(([file, bytes]) =>
      written(scratch, `${TARGET}/${file}`, bytes),
    ),
  )
}

/** Refused where it would be believed by nobody, or by everybody. */
function updateLink(text = ''): string | null {
  if (text === '') return null
  const parsed = parseSubscriptionLink(text)
  if (parsed.ok && parsed.value.rootDigest !== undefined) return text
  const problem = parsed.ok ? 'no-fingerprint' : parsed.error
  throw new Error(
    `${UPDATE_LINK} is no subscription link (${problem}): it takes https://host/base/#bgk=<fingerprint>, or nothing.`,
  )
}

async function written(scratch: string, relativeDest: string, bytes: Uint8Array): Promise<PackagedFile> {
  const absoluteSrc = join(scratch, relativeDest)
  await mkdir(dirname(absoluteSrc), { recursive: true })
  await writeFile(absoluteSrc, bytes)
  return { absoluteSrc, relativeDest }
}
