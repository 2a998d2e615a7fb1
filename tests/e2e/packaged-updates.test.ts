import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { packagedBundle } from '../../.ci/packaged-bundle.ts'
import { ROOT } from '../../.ci/steps.ts'
import { compileSources } from '../../src/cli/bundle/compile-sources.ts'
import { packPackaged } from '../../src/cli/bundle/pack-packaged.ts'
import { BARE_PAGE, updateNow } from './harness/ask-background.ts'
import type { BrowserSession, ExtensionView } from './harness/browser-session.ts'
import { copiedBuild, readManifest } from './harness/granted-build.ts'
import { BROWSERS, launch } from './harness/launch.ts'
import { type Publisher, startPublisher } from './harness/publisher.ts'
import { readStoredBundle } from './harness/stored-bundle.ts'
import { until } from './harness/until.ts'

const SOURCES = join(ROOT, 'assets', 'bundles', 'international-affairs')
const BUNDLE = 'international-affairs'

describe.each(BROWSERS)('in %s, a build that says where its bundle is updated from', (name) => {
  let profile: string
  let extension: string
  let packaged: number
  let publisher: Publisher
  let browser: BrowserSession
  let page: ExtensionView

  const start = async () => {
    browser = await launch(name, { extension, profile })
    page = await browser.openExtensionPage(BARE_PAGE)
  }
  const untilShown = (generation: number) =>
    until(`generation ${generation} is shown`, async () => {
      const shown = await page.run(readStoredBundle, BUNDLE)
      return shown?.generation === generation
    })

  beforeAll(async () => {
    packaged = await sourcesOf().then(({ header }) => header.generation)
    publisher = await startPublisher(packaged + 1)
    profile = mkdtempSync(join(tmpdir(), 'followed-'))
    extension = await buildWith(publisher.link, copiedBuild(name, 'followed'))
    await start()
  })
  afterAll(async () => {
    await browser?.close()
    publisher?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  test('is subscribed to it from the start, and updates the packaged bundle', async () => {
    await untilShown(packaged)
    expect(await updateNow(page)).toMatchObject({ outcome: 'updated', generation: packaged + 1, added: 1 })
    await untilShown(packaged + 1)
  })

  test('an upgrade of the extension with a higher generation shows that one', async () => {
    await browser.close()
    await upgrade(extension, packaged + 5)
    await start()
    await untilShown(packaged + 5)
    expect(await updateNow(page)).toMatchObject({ outcome: 'current', generation: packaged + 5 })
    await publisher.publish(packaged + 6)
    expect(await updateNow(page)).toMatchObject({ outcome: 'updated', generation: packaged + 6 })
  })
})

async function sourcesOf() {
  const compiled = await compileSources(SOURCES)
  if (!compiled.ok) throw new Error('the sources do not compile')
  return compiled.value
}

/** Puts what the build makes with the setting into a copy of a build; gives the folder. */
async function buildWith(link: string, folder: string): Promise<string> {
  vi.stubEnv('BACKGROUNDER_UPDATE_LINK', link)
  const scratch = mkdtempSync(join(tmpdir(), 'packaged-'))
  for (const { absoluteSrc, relativeDest } of await packagedBundle(ROOT, scratch)) {
    mkdirSync(dirname(join(folder, relativeDest)), { recursive: true })
    cpSync(absoluteSrc, join(folder, relativeDest))
  }
  rmSync(scratch, { recursive: true })
  vi.unstubAllEnvs()
  return folder
}

/** The next version of the extension, with its bundle at a generation. */
async function upgrade(folder: string, generation: number): Promise<void> {
  const sources = await sourcesOf()
  const files = packPackaged({ ...sources, header: { ...sources.header, generation } })
  if (!files.ok) throw new Error(files.error.detail)
  for (const [file, bytes] of files.value) writeFileSync(join(folder, 'bundle', file), bytes)
  const manifest = readManifest(folder)
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: `1.0.${generation}` }))
}
