import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserName } from '../../../.ci/find-browser.mjs'

const OUTPUT = join(import.meta.dirname, '..', '..', '..', '.output')
const FOLDERS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const

/** The folder of the build that readers get; `wxt build` makes it. */
export function shippedBuild(name: BrowserName): string {
  const folder = join(OUTPUT, FOLDERS[name])
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`No ${folder}: run \`npm test\`, or wxt build.`)
  return folder
}

/** A manifest, as far as host access goes. */
export interface Manifest {
  readonly host_permissions?: readonly string[]
  readonly optional_host_permissions?: readonly string[]
  readonly [key: string]: unknown
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest

/** The manifest of a reader who said yes to every site: what could be asked for is granted from the start. */
function granting({ optional_host_permissions = [], ...rest }: Manifest): Manifest {
  return { ...rest, host_permissions: [...(rest.host_permissions ?? []), ...optional_host_permissions] }
}

/**
 * Copies the shipped build and grants its optional host access in the manifest, and gives the copy's folder:
 * most tests are not about the permission, and Chromium's prompt nobody can answer (access.test.ts asks). tests/checks proves that nothing else differs.
 */
export const grantedBuild = (name: BrowserName): string => copiedBuild(name, 'granted')

/** The same under another name, to be changed further. */
export function copiedBuild(name: BrowserName, suffix: string): string {
  const shipped = shippedBuild(name)
  const folder = `${shipped}-${suffix}`
  rmSync(folder, { recursive: true, force: true })
  cpSync(shipped, folder, { recursive: true })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(granting(readManifest(shipped))))
  return folder
}
