import { useLayoutEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { SiteAccess } from '../../src/ui/options/options-props.ts'

const ALL = '<all_urls>'

/** Patterns that mean every site, as browsers tell them. */
const MEANS_ALL = new Set([ALL, '*://*/*', 'http://*/*', 'https://*/*'])

interface SiteAccessControl {
  /** Undefined until the browser has told. */
  readonly access: SiteAccess | undefined
  readonly allowAll: () => void
  readonly revoke: (origin: string) => void
}

/** Where the extension may read, as the browser keeps it. */
export function useSiteAccess(): SiteAccessControl {
  const [access, setAccess] = useState<SiteAccess>()
  // At once: a page in the background waits seconds for the frame after which effects run.
  useLayoutEffect(() => {
    const look = async () => {
      const { origins = [] } = await browser.permissions.getAll()
      const all = origins.some((origin) => MEANS_ALL.has(origin))
      setAccess({ all, origins: origins.filter((origin) => !MEANS_ALL.has(origin)) })
    }
    const lookAgain = () => void look()
    lookAgain()
    browser.permissions.onAdded.addListener(lookAgain)
    browser.permissions.onRemoved.addListener(lookAgain)
    return () => {
      browser.permissions.onAdded.removeListener(lookAgain)
      browser.permissions.onRemoved.removeListener(lookAgain)
    }
  }, [])
  return {
    access,
    allowAll: () => void browser.permissions.request({ origins: [ALL] }),
    revoke: (origin) => void browser.permissions.remove({ origins: [origin] }),
  }
}
