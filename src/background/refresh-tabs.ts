import { browser } from 'wxt/browser'
import { tellPage } from '../messaging/client.ts'

/** Tells the content scripts of all tabs that what is known has changed; tabs without one do not answer. */
export async function refreshTabs(): Promise<void> {
  const tabs = await browser.tabs.query({})
  const ids = tabs.flatMap(({ id }) => id ?? [])
  await Promise.all(ids.map((id) => tellPage(id, 'tab/refresh', {})))
}
