import type { BrowserName } from '../../.ci/find-browser.mjs'
import { readOptions } from '../../.ci/read-options.ts'
import { BUILDS, runQuietly } from '../../.ci/steps.ts'
import { grantedBuild } from '../e2e/harness/granted-build.ts'
import { launch } from '../e2e/harness/launch.ts'
import { startSite } from '../e2e/harness/site.ts'
import { showInPictures } from './pictures.ts'

/**
 * `npm start [-- --firefox]`: builds the extension and opens the sample article with it. With a screen the browser
 * stays open until it is closed; without one, pictures are written and what was recognised is printed.
 */

const USAGE = `npm start [-- --firefox]: builds the extension and opens the sample article with it, in Chromium or Firefox.`

const values = readOptions(USAGE, { firefox: { type: 'boolean', default: false } })
const name: BrowserName = values.firefox ? 'firefox' : 'chromium'

const hasScreen = (): boolean => {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env
  if (CI) return false
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}

async function main(): Promise<number> {
  const build = BUILDS.filter(({ command }) => command.includes('firefox') === values.firefox)
  if (!build.every(runQuietly)) return 1
  const headed = hasScreen()
  const site = await startSite()
  const browser = await launch(name, { extension: grantedBuild(name), headed })
  const article = `${site.origin}/sample-article/`
  console.log(`${browser.version} with the extension, on ${article}`)
  try {
    if (headed) {
      await browser.open(article)
      console.log('Close the browser to end.')
      await browser.untilClosed()
    } else await showInPictures(browser, article)
  } finally {
    await browser.close()
    site.close()
  }
  return 0
}

process.exitCode = await main()
