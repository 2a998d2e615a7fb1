// Runs on a bare Node 20, before anything is installed: plain JavaScript, no packages. Types: find-browser.d.mts.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export const PATH_VARIABLES = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' }

/** Names on the PATH, then places where installers put the program. */
const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
}
const PLACES = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
}

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export function findBrowser(name) {
  const named = process.env[PATH_VARIABLES[name]]
  if (named) return isProgram(named) ? named : undefined
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = PROGRAMS[name].flatMap((program) => folders.map((folder) => join(folder, program)))
  return [...onPath, ...PLACES[name]].find(isProgram)
}
