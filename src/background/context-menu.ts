import { browser } from 'wxt/browser'
import type { MessageSource } from '../model/message-source.ts'
import { asName, type PanelRequest } from '../model/panel-request.ts'
import { panelRequestStore } from '../storage/panel-request-store.ts'
import { openPanel } from './open-panel.ts'

const WANTS: Readonly<Record<string, PanelRequest['want']>> = { 'look-up': 'search', 'add-name': 'name' }
const OPEN_PANEL = 'open-panel'

/** Puts the entries into the context menus, in the language of the interface. */
export async function createMenus(message: MessageSource): Promise<void> {
  await browser.contextMenus.removeAll()
  const onSelection = (id: string, title: string) =>
    browser.contextMenus.create({ id, title, contexts: ['selection'] })
  // The browser puts the selected text where %s stands.
  onSelection('look-up', message('menu_look_up', ['%s']))
  onSelection('add-name', message('menu_add_name', ['%s']))
  browser.contextMenus.create({
    id: OPEN_PANEL,
    title: message('menu_open_panel', []),
    contexts: ['action'],
  })
}

/** Answers the context menus. To be called synchronously at start-up. */
export function serveMenus(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    const windowId = tab?.windowId
    if (windowId === undefined) return
    // Before anything else: the browser forgets the click.
    const opening = openPanel(windowId)
    opening.catch((cause: unknown) => console.warn(cause))
    const want = WANTS[String(menuItemId)]
    if (!want) return
    const at = new Date().toISOString()
    void panelRequestStore.setValue({ want, text: asName(selectionText), windowId, at })
  })
}
