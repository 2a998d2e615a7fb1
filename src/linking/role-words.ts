import type { HolderBasis } from '../model/mention.ts'

/** Whom the words around a role mean, besides whoever holds it at the date. */
export type RoleSense = Exclude<HolderBasis, 'none'>

const FORMER =
  /(?:^|[^\p{L}])(?:former|ex|erstwhile|one-time|onetime|ancien|ancienne|antiguo|antigua|ehemalige|ehemaligen|ehemaliger|бывший|бывшего|бывшему|бывшим|экс)(?:\s+|-)(?:the\s+)?$/iu
const THEN = /(?:^|[^\p{L}])(?:then(?:\s+|-)|(?:damalige[rnm]?|тогдашн\p{L}+|entonces)\s+(?:the\s+)?)$/iu
const ELECT_BEFORE =
  /(?:^|[^\p{L}])(?:incoming|(?:newly|recently)[\s-]+(?:elected|appointed|named)|next|new|nouveau|nouvelle|futur|future|prochaine?|nuev[oa]|futur[oa]|próxim[oa]|neue[rnm]?|künftige[rnm]?|designierte[rnm]?|нов(?:ый|ого|ому|ым|ая|ой)|избранн(?:ый|ого|ому|ым))\s+$/iu
/** Chinese puts them right before the office; "此前" and "目前" are other words. */
const FORMER_HAN = /(?:(?<![此之目以日年月天])前|前任|原任)$/u
const THEN_HAN = /时任$/u
const ELECT_HAN = /(?:候任|新任|当选)$/u
const ELECT_AFTER = /^[\s-]+(?:elect|designate)(?!\p{L})/iu
const REACH = 24

/** Reads "former", "then-", "incoming", "-elect" around a role; `date` where nothing of the kind is said. */
export function roleSense(text: string, start: number, end: number): RoleSense {
  const before = text.slice(Math.max(0, start - REACH), start)
  if (FORMER.test(before) || FORMER_HAN.test(before)) return 'former'
  if (THEN.test(before) || THEN_HAN.test(before)) return 'then'
  if (ELECT_BEFORE.test(before) || ELECT_HAN.test(before) || ELECT_AFTER.test(text.slice(end, end + REACH)))
    return 'elect'
  return 'date'
}
