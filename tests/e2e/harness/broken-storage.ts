import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserName } from '../../../.ci/find-browser.mjs'
import { copiedBuild } from './granted-build.ts'

/** As a browser does with a damaged profile, or where site data are switched off. */
const BREAK = `IDBFactory.prototype.open = () => {
  throw new DOMException('Broken by a test', 'UnknownError')
}
`

/** A copy of the granted build in which IndexedDB cannot be opened, in the background and on every page. */
export function brokenStorageBuild(name: BrowserName): string {
  const folder = copiedBuild(name, 'broken-storage')
  writeFileSync(join(folder, 'break-storage.js'), BREAK)
  change(folder, 'background.js', (script) => `${BREAK};${script}`)
  for (const page of ['popup.html', 'welcome.html'])
    change(folder, page, (html) => html.replace('<head>', '<head><script src="/break-storage.js"></script>'))
  return folder
}

function change(folder: string, file: string, edit: (text: string) => string): void {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  const edited = edit(text)
  if (edited === text) throw new Error(`${file} was not changed.`)
  writeFileSync(path, edited)
}
