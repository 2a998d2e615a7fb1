import { browser } from 'wxt/browser'

/** Chromium's own way to its side panel, which the common API lacks. */
interface SidePanels {
  readonly open: (where: { readonly windowId: number }) => Promise<void>
}

/** What each of the browsers has of the two. */
const panels = browser as unknown as {
  readonly sidePanel?: SidePanels
  readonly sidebarAction?: { readonly open: () => Promise<void> }
}

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a window. Both browsers allow it only within the
 * reader's own act, so nothing may be awaited before.
 */
export function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = panels
  if (sidePanel) return sidePanel.open({ windowId })
  return sidebarAction ? sidebarAction.open() : Promise.reject(new Error('this browser has no side panel'))
}
