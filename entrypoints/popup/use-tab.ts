import { useCallback, useEffect, useState } from 'preact/hooks'
import type { TabAccess } from '../../src/ui/popup/tab-access.ts'
import { type ActiveTab, activeTab, hostOf, tabAccess } from './tab.ts'

/** Milliseconds between looks at a page that is still being marked, or grows while the popup is open. */
const LOOK_AGAIN = 500

/** The tab that the popup was opened on, and what can be told of it; kept up to date while the popup is open. */
export function useTab(wanted: boolean): {
  readonly tab: ActiveTab | undefined
  readonly access: TabAccess
  readonly recheck: () => void
} {
  const [tab, setTab] = useState<ActiveTab>()
  const [access, setAccess] = useState<TabAccess>(wanted ? { state: 'asking', host: '' } : { state: 'none' })
  const look = useCallback(async () => {
    const active = await activeTab()
    if (!active) return setAccess({ state: 'closed', why: 'browser-page' })
    setTab(active)
    setAccess((before) => (before.state === 'asking' ? { ...before, host: hostOf(active) } : before))
    setAccess(await tabAccess(active))
  }, [])
  useEffect(() => {
    if (!wanted) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOpen = true
    const keepLooking = async () => {
      await look()
      if (isOpen) timer = setTimeout(() => void keepLooking(), LOOK_AGAIN)
    }
    void keepLooking()
    return () => {
      isOpen = false
      clearTimeout(timer)
    }
  }, [wanted, look])
  return { tab, access, recheck: () => void look() }
}
