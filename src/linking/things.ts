import type { Spot } from './spot.ts'

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

/** Whether the text says that what bears a name is a band, a ship or a beer. */
export const isThing = ({ block: { text }, end }: Spot): boolean =>
  (text.charAt(end) === ',' || text.charAt(end + 1) === ',') && APPOSED.test(text.slice(end, end + REACH))
