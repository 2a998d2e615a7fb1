import { writeFile } from 'node:fs/promises'
import type { ExtensionView } from './browser-session.ts'
import { clickAt } from './firefox-popup.ts'
import type { FirefoxRemote } from './firefox-remote.ts'
import { until } from './until.ts'

/** The sidebar's window, seen from another page of the extension. */
const SIDEBAR = "chrome.extension.getViews({ type: 'sidebar' })[0]"

/** The name that Firefox makes of the extension's id. */
const COMMAND = 'backgrounder_backgrounder_example-sidebar-action'

const FRAME = "SidebarController.browser.contentDocument.getElementById('webext-panels-browser')"

const PICTURE = `(async () => {
  const frame = ${FRAME}
  const bitmap = await frame.browsingContext.currentWindowGlobal.drawSnapshot(null, 2, 'white')
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d').drawImage(bitmap, 0, 0)
  return canvas.toDataURL('image/png')
})()`

/** Opens the real sidebar beside the tab in front; `evaluate` runs in another page of the extension. */
export async function firefoxSidebar(
  evaluate: <T>(expression: string) => Promise<T>,
  remote: FirefoxRemote,
): Promise<ExtensionView> {
  await remote.evaluateInBrowser(`SidebarController.show('${COMMAND}')`)
  await until('the sidebar has loaded', () => evaluate(`${SIDEBAR}?.document.readyState === 'complete'`))
  return {
    run: (run, argument) =>
      evaluate(`(${run.toString()})(${SIDEBAR}, ${JSON.stringify(argument) ?? 'undefined'})`),
    click: (x, y) => remote.evaluateInBrowser(clickAt(FRAME, x, y)),
    screenshot: async (file) => {
      const picture = await remote.evaluateInBrowser<string>(PICTURE)
      await writeFile(file, Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'))
    },
    close: async () => {
      await remote.evaluateInBrowser('SidebarController.hide()')
      await until('the sidebar has closed', () => evaluate(`${SIDEBAR} === undefined`))
    },
  }
}
