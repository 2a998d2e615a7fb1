import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { openPanel } from '../../src/background/open-panel.ts'

/**
 * What opens the side panel of this window, once it can. The window is asked for ahead: the browser opens the panel
 * only within the click itself.
 */
export function usePanelButton(): (() => void) | undefined {
  const [windowId, setWindowId] = useState<number>()
  useEffect(() => void browser.windows.getCurrent().then(({ id }) => setWindowId(id)), [])
  if (windowId === undefined) return undefined
  return () => {
    openPanel(windowId).then(close, (cause: unknown) => console.warn(cause))
  }
}
