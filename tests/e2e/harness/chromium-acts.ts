import { ACTIVE_TAB, type BrowserActs } from './browser-session.ts'

/**
 * Chromium's own window cannot be reached in a test: what the browser tells the extension of a key, of its menu and of
 * the address bar is told here, by the browser's own event objects. That the keys are given is seen in the list of commands.
 */
export const chromiumActs = (evaluate: <T>(expression: string) => Promise<T>): BrowserActs => {
  const told = <T>(body: string): Promise<T> =>
    evaluate(`(async () => { const tab = await chrome.tabs.get(await ${ACTIVE_TAB}); ${body} })()`)
  return {
    command: (name) => told(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab)`),
    chooseInMenu: async (tab, id) => {
      const selectionText = await tab.inPage(() => String(getSelection()), null)
      await told(
        `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId: id, selectionText })}, tab)`,
      )
    },
    typeAddress: (text) =>
      told(`
        const asked = ${JSON.stringify(text)}
        const found = await new Promise((suggest) => chrome.omnibox.onInputChanged.dispatch(asked, suggest))
        chrome.omnibox.onInputEntered.dispatch(found[0].content, 'currentTab')
        return found.map(({ description }) => description)`),
  }
}
