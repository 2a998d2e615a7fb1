import type { BrowserSession, Tab } from './harness/browser-session.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
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
  // Of the SCO or of the ITU: the text does not say, the card offers both.
  'Secretary-General',
  'UN',
  'Norov',
  '66th session of the UN General Assembly',
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
export const ARTICLE_ENTITIES: readonly ListedEntity[] = [
  { name: 'Shanghai Cooperation Organisation', count: 5 },
  { name: 'International Telecommunication Union', count: 4 },
  { name: 'Regional Anti-Terrorist Structure of the SCO', count: 2 },
  { name: 'United Nations', count: 2 },
  { name: 'SCO Secretariat', count: 1 },
  { name: 'Vladimir Norov', count: 4 },
  { name: 'Houlin Zhao', count: 3 },
  { name: 'Jumakhon Giyosov', count: 1 },
  { name: 'ITU Secretary-General', count: 2 },
  { name: 'SCO Secretary-General', count: 1 },
  { name: 'SCO Agreement on Cooperation in Ensuring International Information Security', count: 1 },
  { name: 'International Code of Conduct for Information Security (2011 draft)', count: 2 },
  { name: 'Concept of Cooperation of the SCO Member States in Digitalisation and ICT', count: 1 },
  { name: 'Guide to Developing a National Cybersecurity Strategy', count: 1 },
  { name: 'ITU Global Cybersecurity Agenda', count: 1 },
  { name: '66th session of the UN General Assembly', count: 1 },
  { name: 'SCO summit 2019 (Bishkek)', count: 1 },
]

/** Marks that the evidence does not decide: the popup lists them under no entity. */
export const ARTICLE_CHOICES = 1

/** Whether marking has reached both ends of the article. */
export const isMarked = (marks: readonly string[]): boolean =>
  marks[0] === ARTICLE_MARKS[0] && marks.at(-1) === ARTICLE_MARKS.at(-1)

/** Opens the sample article and waits until it is marked. */
export async function openMarked(browser: BrowserSession, article: string): Promise<Tab> {
  const tab = await browser.open(article)
  await untilMarks(tab, 'the article is marked', isMarked)
  return tab
}

/** Waits until the whole article is marked as expected, or rather long; gives what is marked. */
export async function settledMarks(tab: Tab): Promise<string[]> {
  const all = (marks: readonly string[]) => marks.join() === ARTICLE_MARKS.join()
  return untilMarks(tab, 'the whole article is marked', all).catch(() => readMarks(tab))
}
