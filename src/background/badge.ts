import { browser } from 'wxt/browser'

/** A badge has room for about four characters in both browsers. */
const MOST_SHOWN = 999

/** The text of the badge for a number of mentions: nothing for none. */
export function badgeText(mentions: number): string {
  if (mentions === 0) return ''
  return mentions > MOST_SHOWN ? `${MOST_SHOWN}+` : String(mentions)
}

/** Shows a tab's number of mentions on the toolbar button; a tab that has just closed is no error. */
export async function showCount(tabId: number, mentions: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: badgeText(mentions) })
  } catch {
    // The tab closed between the message and this call; its badge went with it.
  }
}
