import type { BrowserActs } from './browser-session.ts'
import type { FirefoxRemote } from './firefox-remote.ts'

/** Presses keys as the keyboard does: they reach the browser's own window first. */
const pressing = (letter: string): string => `(() => {
  const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
  input.beginInputTransactionForTests(window)
  const keys = [
    { key: 'Alt', code: 'AltLeft', keyCode: 18 },
    { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
    { key: '${letter}', code: 'Key${letter}', keyCode: ${letter.charCodeAt(0)} },
  ].map((key) => new KeyboardEvent('', key))
  for (const key of keys) input.keydown(key)
  for (const key of keys.reverse()) input.keyup(key)
})()`

/** The entry of the open context menu, once it is filled. */
const choosing = (id: string): string => `(async () => {
  const menu = document.getElementById('contentAreaContextMenu')
  const entry = () => menu.querySelector('[id$="menuitem-_${id}"]')
  while (menu.state !== 'open' || !entry()) await new Promise((resolve) => setTimeout(resolve, 50))
  entry().doCommand()
  menu.hidePopup()
})()`

/** What the address bar offers of the extension for a text, once there is something; then Enter on the first. */
const typing = (text: string): string => `(async () => {
  gURLBar.focus()
  gURLBar.value = ${JSON.stringify(text)}
  gURLBar.search(gURLBar.value)
  const found = () => (gURLBar.view.isOpen ? gURLBar.view.visibleResults : []).filter(({ payload }) => payload.keyword === 'bg')
  while (found().length < 2) await new Promise((resolve) => setTimeout(resolve, 50))
  const [, best, ...others] = found()
  gURLBar.pickResult(best, new KeyboardEvent('keydown', { key: 'Enter' }))
  return [best, ...others].map(({ payload }) => payload.title)
})()`

/** The acts of a reader in Firefox's own window. */
export const firefoxActs = (
  remote: FirefoxRemote,
  shortcutOf: (command: string) => Promise<string>,
): BrowserActs => ({
  command: async (name) => remote.evaluateInBrowser(pressing((await shortcutOf(name)).slice(-1))),
  chooseInMenu: async (tab, id, { x, y }) => {
    await tab.rightClick(x, y)
    await remote.evaluateInBrowser(choosing(id))
  },
  typeAddress: (text) => remote.evaluateInBrowser(typing(`bg ${text}`)),
})
