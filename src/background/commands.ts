import { browser } from 'wxt/browser'
import { askPage } from '../messaging/client.ts'
import { isEnabledOn, withHost } from '../model/settings.ts'
import { settingsStore } from '../storage/settings-store.ts'
import { openPanel } from './open-panel.ts'

/** The tab that a command was given in. */
interface CommandTab {
  readonly id?: number | undefined
  readonly windowId?: number | undefined
  readonly url?: string | undefined
}

/** What each remappable command of the manifest does. */
const COMMANDS: Readonly<Record<string, (tab: CommandTab) => Promise<unknown>>> = {
  'open-panel': async ({ windowId }) => (windowId === undefined ? undefined : openPanel(windowId)),
  'toggle-site': toggleSite,
  'next-mark': ({ id }) => step(id, 1),
  'previous-mark': ({ id }) => step(id, -1),
  'open-card': async ({ id }) => (id === undefined ? undefined : askPage(id, 'tab/open-card', {})),
}

/** Answers the commands of the keyboard. To be called synchronously at start-up. */
export function serveCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    const command = COMMANDS[name]
    if (!command) return
    // Firefox before 126 tells no tab; the panel must be asked for within the reader's act.
    const run = tab ? command(tab) : activeTab().then(command)
    run.catch((cause: unknown) => console.warn(cause))
  })
}

async function activeTab(): Promise<CommandTab> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  return tab ?? {}
}

async function step(tabId: number | undefined, by: 1 | -1): Promise<unknown> {
  return tabId === undefined ? undefined : askPage(tabId, 'tab/step', { by })
}

/** Marks on or off on the site of a tab. Where the browser does not tell the address there are no marks to switch. */
async function toggleSite({ url }: CommandTab): Promise<void> {
  if (url === undefined || !URL.canParse(url)) return
  const { host } = new URL(url)
  const settings = await settingsStore.getValue()
  await settingsStore.setValue(withHost(settings, host, !isEnabledOn(settings, host)))
}
