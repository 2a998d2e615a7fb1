import { useCallback, useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { EntityRef } from '../../src/model/ids.ts'
import { withRecent } from '../../src/model/recent.ts'
import { recentStore } from '../../src/storage/recent-store.ts'

/** The reader's last look-ups, and how they change; a private window adds nothing to them. */
export function useRecent(): {
  readonly recent: readonly EntityRef[]
  readonly addRecent: (entity: EntityRef) => void
  readonly forgetRecent: () => void
} {
  const [recent, setRecent] = useState<readonly EntityRef[]>([])
  useEffect(() => {
    // A store that cannot be read has nothing to show; the popup is of use without.
    recentStore.getValue().then(setRecent, () => undefined)
    return recentStore.watch(setRecent)
  }, [])
  const addRecent = useCallback((entity: EntityRef) => {
    if (browser.extension.inIncognitoContext) return
    void recentStore.getValue().then((known) => recentStore.setValue(withRecent(known, entity)))
  }, [])
  return { recent, addRecent, forgetRecent: () => void recentStore.setValue([]) }
}
