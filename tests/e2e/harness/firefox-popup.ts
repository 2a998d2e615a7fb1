import { writeFile } from 'node:fs/promises'
import type { ExtensionView } from './browser-session.ts'
import type { FirefoxRemote } from './firefox-remote.ts'
import { until } from './until.ts'

/** The popup's window, seen from another page of the extension. */
const POPUP = "chrome.extension.getViews({ type: 'popup' })[0]"

/** The popup's frame, in the browser's own window. */
const FRAME =
  "[...document.querySelectorAll('browser.webextension-popup-browser')].find((frame) => frame.browsingContext?.currentWindowGlobal)"

/** Presses with the pointer in a frame of the browser's own window. */
export const clickAt = (frame: string, x: number, y: number): string => `(() => {
  const frame = ${frame}
  const { left, top } = frame.getBoundingClientRect()
  for (const type of ['mousemove', 'mousedown', 'mouseup'])
    frame.ownerDocument.defaultView.synthesizeMouseEvent(type, left + ${x}, top + ${y}, { button: 0, clickCount: 1 })
})()`

/** Finds the popup's frame in the browser's own window and paints what it shows, on a ground for what it leaves unpainted. */
const snapshot = (ground: string): string => `(async () => {
  const shown = (${FRAME}).browsingContext.currentWindowGlobal
  const bitmap = await shown.drawSnapshot(null, 2, ${JSON.stringify(ground)})
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d').drawImage(bitmap, 0, 0)
  return canvas.toDataURL('image/png')
})()`

/** Presses the extension's button, as its keyboard command does: unlike a script's call it counts as the reader's act. */
const pressButton = (id: string): string => `(() => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)})
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)
})()`

/** Opens the real popup on the tab in front; `evaluate` runs in another page of the extension. */
export async function firefoxPopup(
  id: string,
  evaluate: <T>(expression: string) => Promise<T>,
  remote: FirefoxRemote,
): Promise<ExtensionView> {
  await remote.evaluateInBrowser(pressButton(id))
  await until('the popup has loaded', () => evaluate(`${POPUP}?.document.readyState === 'complete'`))
  return {
    run: (run, argument) =>
      evaluate(`(${run.toString()})(${POPUP}, ${JSON.stringify(argument) ?? 'undefined'})`),
    click: (x, y) => remote.evaluateInBrowser(clickAt(FRAME, x, y)),
    screenshot: async (file) => {
      const ground = `getComputedStyle(${POPUP}.document.querySelector('.popup')).backgroundColor`
      const picture = await remote.evaluateInBrowser<string>(snapshot(await evaluate<string>(ground)))
      await writeFile(file, Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'))
    },
    close: async () => {
      await evaluate(`${POPUP}?.close()`)
      await until('the popup has closed', () => evaluate(`${POPUP} === undefined`))
    },
  }
}
