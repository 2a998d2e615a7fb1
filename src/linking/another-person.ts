import { capitalAfter, capitalBefore, isCapitalised, startsWithCalendarWord } from './neighbours.ts'
import { describesAnother } from './occupations.ts'
import { sentenceAt } from './page-block.ts'
import type { Sense, Spot, SpotPlace } from './spot.ts'
import { isToldApart } from './told-apart.ts'

/**
 * Whether a full name is that of a namesake: it goes on ("David Cameron Mitchell", "Malcolm Johnson-Reed"),
 * begins earlier ("Harold Guy Ryder"), is said to be a painter's or a goalkeeper's, or told apart by the text itself.
 */
export function isAnotherPerson(spot: Spot, place: SpotPlace): boolean {
  return goesOn(spot, place) || beginsEarlier(spot, place) || describesAnother(spot) || isToldApart(spot)
}

function goesOn({ block, start, end }: Spot, { spots, index }: SpotPlace): boolean {
  const { text, lang } = block
  if (HYPHENS.includes(text.charAt(end)) && /^.\p{L}/u.test(text.slice(end, end + 3))) return true
  const after = capitalAfter(text, end)
  // In German every noun has a capital.
  if (!after || lang?.startsWith('de')) return false
  const next = spots[index + 1]
  const isNext = next?.start === after.start && next.senses.some(isNoPartOfName)
  if (NAMED_AFTER.test(after.text)) return true
  if (isNext || isNoName(after.text) || startsWithCalendarWord(after.text)) return false
  return !isTitleCase(text, sentenceAt(block, start), { start, end })
}

/** What is called after people: "Justin Trudeau Drive". */
const NAMED_AFTER =
  /^(?:Street|Road|Drive|Avenue|Lane|Square|Boulevard|Bridge|Park|Airport|Stadium|Arena|Hall|School|College|University|Institute|Foundation|Library|Museum|Prize|Award|Cup|Trophy|Hospital|Centre|Center)$/u

/** "Antonio Costa Lima": a town right behind a name belongs to it, as a further surname does. */
const isNoPartOfName = ({ kind, view }: Sense): boolean => kind !== 'surname' && view.kind !== 'place'

const HYPHENS = ['-', '\u2010', '\u2011']

function beginsEarlier({ block, start, end }: Spot, { spots, index }: SpotPlace): boolean {
  const { text, lang } = block
  const before = capitalBefore(text, start)
  if (!before || lang?.startsWith('de') || startsWithCalendarWord(before.text)) return false
  const sentence = sentenceAt(block, start)
  if (IN_PLACE.test(text.slice(Math.max(0, before.start - 10), before.start))) return false
  if (before.start <= sentence.start || spots[index - 1]?.end === before.end || isNoName(before.text))
    return false
  return !isTitleCase(text, sentence, { start, end })
}

/** "In Brussels Ursula von der Leyen began": what follows a preposition of place is no given name. */
const IN_PLACE = /(?:^|[^\p{L}])(?:in|at|from|to|near|via|outside|inside|around|à|en|depuis|desde|в|из)\s+$/iu

/**
 * Words with a capital that stand beside names and are none: offices, parties, peoples. They are told by
 * their ending; a given name with such an ending ("Peter") is taken for one of them, which at worst leaves a namesake in.
 */
const NO_NAME =
  /^(?:\p{Lu}{2,}\P{L}*|.*[.’'-].*|.*(?:er|or|ent|ente|ary|ario|al|eur|ist|iste|ista|ian|ien|ean|man|men|ess|ive|ate|ic|ese|ish|eign|land)s?|Sir|Dame|Lord|Lady|King|Queen|Pope|Prince|Duke|Sheikh|Ayatollah|Chief|Judge|Envoy|Mr|Mrs|Ms|Dr|Mme|Don|Comrade|Labour|Tory|Democrat|Briton|Dane|Swede|Finn|Turk|Spaniard|Pole|Czech|Greek|Swiss|Dutch|French|Welsh|Scot|Says|Said|And|But|The|Le|La|El|Président|Presidente|Ministre|Ministro|Roi|Rey)$/u

/** Whether a word with a capital is none of a name beside it. */
export const isNoName = (word: string): boolean => NO_NAME.test(word)

/** From this share of capitals on a sentence is a headline whose words all have them. */
const HEADLINE_SHARE = 0.6

/** Whether the words of a sentence have capitals, as in headlines; the name itself says nothing of it. */
export function isTitleCase(text: string, sentence: Stretch, name: Stretch): boolean {
  const from = Math.max(sentence.start, name.start - LONGEST_HEADLINE)
  const to = Math.min(sentence.end, name.end + LONGEST_HEADLINE)
  const words = (text.slice(from, name.start) + text.slice(name.end, to)).match(/\p{L}{4,}/gu) ?? []
  return words.length >= FEWEST_WORDS && words.filter(isCapitalised).length >= words.length * HEADLINE_SHARE
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Of fewer words nothing can be told: "They met Harold ..." begins a sentence. */
const FEWEST_WORDS = 4
const LONGEST_HEADLINE = 200
