import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { askPage } from '../../src/messaging/client.ts'
import type { PageDossier } from '../../src/model/page-dossier.ts'
import type { TabAccess } from '../../src/ui/popup/tab-access.ts'
import { type ActiveTab, activeTab, tabAccess } from '../popup/tab.ts'

/** Milliseconds between looks at a page that is still being marked, or grows while the panel is open. */
const LOOK_AGAIN = 1_000

export interface FollowedTab {
  readonly tab: ActiveTab | undefined
  readonly access: TabAccess
  readonly dossier: PageDossier | null
  readonly recheck: () => void
}

interface Seen extends Omit<FollowedTab, 'recheck'> {
  /** What was told, as one text: nothing is drawn anew that has not changed. */
  readonly told: string
}

const NOTHING: Seen = {
  tab: undefined,
  access: { state: 'asking', host: '' },
  dossier: null,
  told: '',
}

/** The tab in front of the panel's window, whichever that is, and what can be told of its page. */
export function useFollowedTab(): FollowedTab {
  const [seen, setSeen] = useState<Seen>(NOTHING)
  const latest = useRef(0)
  const look = useCallback(async () => {
    const number = ++latest.current
    const next = await lookAt(await activeTab())
    // A look that began earlier and ends later tells of a tab that is no longer in front.
    if (number === latest.current) setSeen((before) => (before.told === next.told ? before : next))
  }, [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOpen = true
    const keepLooking = async () => {
      // A panel that nobody sees asks nothing.
      if (document.visibilityState === 'visible') await look()
      if (isOpen) timer = setTimeout(() => void keepLooking(), LOOK_AGAIN)
    }
    const lookNow = () => void look()
    browser.tabs.onActivated.addListener(lookNow)
    browser.tabs.onUpdated.addListener(lookNow)
    void keepLooking()
    return () => {
      isOpen = false
      clearTimeout(timer)
      browser.tabs.onActivated.removeListener(lookNow)
      browser.tabs.onUpdated.removeListener(lookNow)
    }
  }, [look])
  return { ...seen, recheck: () => void look() }
}

async function lookAt(tab: ActiveTab | undefined): Promise<Seen> {
  if (!tab) return told({ tab, access: { state: 'closed', why: 'browser-page' }, dossier: null })
  const access = await tabAccess(tab)
  if (access.state !== 'marks') return told({ tab, access, dossier: null })
  const asked = await askPage(tab.id, 'tab/dossier', {})
  return told({ tab, access, dossier: asked.ok ? asked.value : null })
}

const told = (seen: Omit<Seen, 'told'>): Seen => ({ ...seen, told: JSON.stringify(seen) })
