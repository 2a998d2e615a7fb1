import { isCapitalAt } from '../text/letters.ts'
import { capitalBefore, startsWithCalendarWord, wordStartAfter } from './neighbours.ts'
import { sentenceAt } from './page-block.ts'
import type { Spot } from './spot.ts'

/** Words that stand before a surname and are no given name: forms of address and offices. */
const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss madam madame sir dame lord dr prof professor president minister secretary-general director-general ' +
    'secretary general director chair chairman chairwoman chairperson ambassador envoy commissioner judge justice chief ' +
    'premier chancellor comrade colonel major captain admiral marshal excellency excellencies diplomat official'
  ).split(' '),
)

/** Words that a sentence may begin with and that nobody is called. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'a after also although and as at because before both but by did do does during earlier even finally for from had has ' +
    'have he her here his how however if in instead is it its last later like meanwhile most no nor not now of on once one ' +
    'only or our over she since so soon still that the their then there these they this those though through thus to today ' +
    'together tomorrow too under unlike until was were what when where whether which while who why will with without would ' +
    'yes yesterday yet you your told said asked january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'à après avant avec chez comme contre dans de depuis des du elle en entre et il ils la le les lors mais ou où par pendant pour puis quand que qui sans selon si sous sur tandis un une vers ' +
    'a al ante aunque bajo como con cuando del desde donde el él ella entonces es hacia hasta las lo los mientras no para pero por porque según sin sobre su también tras y ' +
    'als am an auch auf aus bei bis das dass dem den denn der die doch durch er es für gegen ihr im ist laut mit nach nun ob ohne sein seit sie so trotz über um und unter vom von vor während was weil wenn wie wo zu zum zur ' +
    'а без более в ведь во вслед все для до его ещё её же за затем и из или их к как когда ко которому который между может на над нам не ни но о об около он она они от по под позже после потом при про с со сам сегодня согласно так также там то тогда у уже чем через что чтобы это этот'
  ).split(' '),
)

/**
 * Whether the words around a surname make it somebody else's: another given name before it ("Elena
 * Norov"), or more of a name after it ("Zhao Lijian", "Norov Street").
 */
export function isSomebodyElses(spot: Spot): boolean {
  const { block, start, end } = spot
  if (isMonth(spot)) return true
  if (isCapitalAt(block.text, wordStartAfter(block.text, end))) return true
  const before = capitalBefore(block.text, start)
  if (!before) return false
  // A stop ends a sentence, or an abbreviation such as "Mr." or an initial; none of them is another name.
  if (before.text.endsWith('.') || startsWithCalendarWord(before.text)) return false
  // "The UN’s Guterres": an acronym is nobody's given name.
  if (/^\p{Lu}{2,}(?:['’]s)?$/u.test(before.text)) return false
  const word = before.text.toLowerCase().replaceAll(/[\u2010\u2011]/gu, '-')
  if (FORMS_OF_ADDRESS.has(word)) return false
  return !(before.start <= sentenceAt(block, start).start && OPENERS.has(word))
}

/** "Beyond May", "in May 2010", "May 5": the month, where a surname is one. */
export function isMonth({ block: { text }, start, end }: Spot): boolean {
  if (!startsWithCalendarWord(text, start)) return false
  return (
    MONTH_BEFORE.test(text.slice(Math.max(0, start - 12), start)) ||
    MONTH_AFTER.test(text.slice(end, end + 8))
  )
}

const MONTH_BEFORE =
  /(?:^|[^\p{L}])(?:in|of|by|since|until|till|from|to|on|beyond|before|after|during|through|last|next|this|early|late|mid|every|each|\d{1,2}(?:st|nd|rd|th)?)[\s-]+$/iu
const MONTH_AFTER = /^,?\s+\d/u
