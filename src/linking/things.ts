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

/** Whether the text says that what bears a name is a band, a ship or a beer. */
export function isThing({ block: { text }, start, end }: Spot, { view }: Sense): boolean {
  if (PRECEDED.test(text.slice(Math.max(0, start - REACH / 2), start))) return true
  if (text.charAt(end) === ',' || text.charAt(end + 1) === ',')
    return APPOSED.test(text.slice(end, end + REACH))
  return view.kind !== 'organization' && isSpaceAt(text, end) && FOLLOWED.test(text.slice(end, end + REACH))
}
