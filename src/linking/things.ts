import { isSpaceAt } from '../text/letters.ts'
import type { Sense, Spot } from './spot.ts'

/** What bears the names of bodies and treaties for fun or for trade. */
const THINGS =
  'band|duo|trio|quartet|quintet|choir|orchestra|singer|album|song|film|movie|painting|sculpture|' +
  'horse|ship|yacht|boat|pub|café|cafe|restaurant|hotel|brewery|beer|ale|cocktail|' +
  'orchestre|chanson|cheval|bateau|hôtel|bière|banda|canción|película|novela|caballo|barco|cerveza|' +
  'kapelle|lied|pferd|schiff|kneipe|bier'

/** "The Geneva Conventions, a punk trio from Hull": what the text says it is goes before what it may be. */
const APPOSED = new RegExp(
  `^[”"’»]?,\\s+(?:an?|the|une?|le|la|un|una|el|ein|eine|die|der|das)\\s+(?:[\\p{L}-]+\\s+){0,3}(?:${THINGS})(?!\\p{L}|\\s+(?:of|de|der|des)\\s)`,
  'iu',
)
const REACH = 60

/** "The Minsk Agreement pub": texts and meetings have no pubs, bodies may have. */
const FOLLOWED =
  /^\s+(?:pub|hotel|café|cafe|restaurant|bistro|bar|inn|tavern|diner|bakery|brewery|band|choir|tram|yacht|cocktail|quiz|ale|lager|stakes)s?(?!\p{L})/iu

/** "The band UNESCO", "a pub called Brexit": what stands before a name says what bears it. */
const PRECEDED =
  /(?:^|[^\p{L}])(?:(?:band|duo|trio|quartet|album|song|single|novel|racehorse)\s+(?:called\s+|named\s+)?|(?:pub|bar|café|restaurant|hotel|horse|yacht|boat|ship|cocktail|beer|dog|cat)\s+(?:called|named)\s+)["“‘'«]?$/iu

const LAST_ASCII = 0x7f
/** Makes small letters of capitals. */
const SMALL_BIT = 0x20

/** The last two letters of the words that may stand right before; they rule most names out. */
const PRECEDED_ENDS: ReadonlySet<number> = new Set(
  'nd uo io et um ng le el se ed'.split(' ').map((pair) => smallPair(pair, 0)),
)

/** Whether such a word may stand before an offset, or one that is not of ASCII letters alone. */
function mayBePreceded(text: string, start: number): boolean {
  let at = QUOTES.has(text.charCodeAt(start - 1)) ? start - 1 : start
  while (isSpaceAt(text, at - 1)) at -= 1
  if (at < 2) return false
  return (
    text.charCodeAt(at - 1) > LAST_ASCII ||
    text.charCodeAt(at - 2) > LAST_ASCII ||
    PRECEDED_ENDS.has(smallPair(text, at - 2))
  )
}

const QUOTES: ReadonlySet<number> = new Set(Array.from('"“‘\'«', (each) => each.charCodeAt(0)))

/** Two ASCII letters as a number, capitals as small ones. */
function smallPair(text: string, at: number): number {
  return ((text.charCodeAt(at) | SMALL_BIT) << 8) | text.charCodeAt(at + 1) | SMALL_BIT
}

/** Whether the text says that what bears a name is a band, a ship or a beer. */
export function isThing({ block: { text }, start, end }: Spot, { view }: Sense): boolean {
  if (mayBePreceded(text, start) && PRECEDED.test(text.slice(Math.max(0, start - REACH / 2), start)))
    return true
  if (text.charAt(end) === ',' || text.charAt(end + 1) === ',')
    return APPOSED.test(text.slice(end, end + REACH))
  return view.kind !== 'organization' && isSpaceAt(text, end) && FOLLOWED.test(text.slice(end, end + REACH))
}
