import type { BrowserSession, Tab } from './harness/browser-session.ts'
import { untilMarks } from './harness/marks.ts'
import type { ListedEntity } from './harness/popup.ts'

/** What is marked in the sample article, in its order; what is not in the list is not to be marked. */
export const ARTICLE_MARKS: readonly string[] = [
  'SCO Secretary-General',
  'Vladimir Norov',
  'head of the International Telecommunication Union',
  'ITU',
  'Houlin Zhao',
  'Norov',
  'Shanghai Cooperation Organisation',
  'SCO',
  'Agreement on Cooperation in Ensuring International Information Security',
  // Over four inline elements and texts.
  'Regional Anti-Terrorist Structure of the SCO',
  'SCO Summit in Bishkek',
  'Concept of SCO member states cooperating in digitalisation and information and communication technologies',
  // That of the SCO, who was named last.
  'Secretary-General',
  'UN',
  'Norov',
  'UN General Assembly',
  'SCO',
  'Code of Conduct for Information Security',
  'Code',
  'United Nations',
  'Zhao Houlin',
  'ITU',
  'Global Cybersecurity Agenda',
  'Guide to Developing a National Cybersecurity Strategy',
  'ITU Secretary-General',
  'SCO',
  // The ITU by its own short name.
  'Union',
  'SCO Secretariat',
  // The table; not the search field, the text area, the code and the animals around it.
  'SCO',
  'Vladimir Norov',
  'ITU',
  'Houlin Zhao',
  'RATS',
  'Jumakhon Giyosov',
]

/** What the popup lists of the sample article. */
export const ARTICLE_ENTITIES: readonly ListedEntity[] = []

export const isMarked = (marks: readonly string[]): boolean => marks.length >= ARTICLE_MARKS.length

/** Opens the sample article and waits until it is marked. */
export async function openMarked(browser: BrowserSession, article: string): Promise<Tab> {
  const tab = await browser.open(article)
  await untilMarks(tab, 'the article is marked', isMarked)
  return tab
}
