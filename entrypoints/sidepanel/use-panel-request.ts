import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { PanelRequest } from '../../src/model/panel-request.ts'
import { panelRequestStore } from '../../src/storage/panel-request-store.ts'

/** What was asked of the panel of this window last; taken away once it is known, so that a reload does not ask again. */
export function usePanelRequest(): PanelRequest | null {
  const [request, setRequest] = useState<PanelRequest | null>(null)
  useEffect(() => {
    let isOpen = true
    const take = async (asked: PanelRequest | null) => {
      if (asked === null) return
      const { id } = await browser.windows.getCurrent()
      if (!isOpen || asked.windowId !== id) return
      setRequest(asked)
      await panelRequestStore.setValue(null)
    }
    void panelRequestStore.getValue().then(take)
    const unwatch = panelRequestStore.watch((asked) => void take(asked))
    return () => {
      isOpen = false
      unwatch()
    }
  }, [])
  return request
}
