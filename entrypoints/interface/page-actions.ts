import { browser } from 'wxt/browser'
import { askPage, jumpInTab, tellPage } from '../../src/messaging/client.ts'
import { type Settings, withHost } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import type { AccessScope } from '../../src/ui/popup/tab-access.ts'
import type { ThisPageProps } from '../../src/ui/popup/this-page.tsx'
import { type ActiveTab, sitePattern } from '../popup/tab.ts'

/** What popup and side panel do to the page in front. `recheck` looks at it again. */
export function pageActions(
  tab: ActiveTab | undefined,
  settings: Settings,
  recheck: () => void,
): Pick<ThisPageProps, 'onJump' | 'onDate' | 'onAllow' | 'onSwitchSite'> {
  return {
    onJump: (entity, index) => {
      if (tab) void jumpInTab(tab.id, entity, index)
    },
    onDate: (date) => {
      if (tab) void askPage(tab.id, 'tab/date', { date }).then(recheck)
    },
    onAllow: (scope) => {
      void (scope === 'page' ? Promise.resolve(true) : requestAccess(scope, tab?.url)).then(recheck)
    },
    onSwitchSite: (host, on) => {
      // Of a private window nothing is remembered: the switch holds for this page until it is left.
      const switched = tab?.isPrivate
        ? tellPage(tab.id, 'tab/switch', { on })
        : settingsStore.setValue(withHost(settings, host, on))
      void switched.then(recheck)
    },
  }
}

/** The browser asks the reader itself; it demands that this is called within the click. */
function requestAccess(scope: Exclude<AccessScope, 'page'>, url: string | undefined): Promise<boolean> {
  const pattern = scope === 'all' || url === undefined ? '<all_urls>' : sitePattern(url)
  return browser.permissions.request({ origins: [pattern] })
}
