import type { DecidedMention } from './mention-of.ts'
import { surfaceOf } from './spot.ts'

/** No name is written in small letters so often on one page; a word of the language may be. */
const MOST_TIMES = 30
/** Of the words that are read at once: "the" is five in a hundred of an English text, "and" three. */
const MOST_SHARE = 0.02
/** Fewer than that may be so large a share of a short text by chance. */
const FEW_TIMES = 5

/** One word in small letters, of a script that has them: names begin with a capital there, words do not. */
const SMALL_WORD = /^\p{Ll}+$/u
const CAPITALISED_WORD = /^\p{Lu}\p{Ll}+$/u

/**
 * Takes away what a bundle lists as a name and the page writes as a word again and again. Common words are no names at
 * all (`isLoud`); this is for those that are common on one page. Names found by their context, as "the agreement" behind
 * a full name, are not concerned. `words`: how many words were read.
 */
export function withoutLoud<Block extends { readonly mentions: readonly DecidedMention[] }>(
  blocks: readonly Block[],
  words: number,
): readonly Block[] {
  const loud = loudWords(blocks, words)
  if (loud.size === 0) return blocks
  const isQuiet = (mention: DecidedMention) => !loud.has(wordOf(mention)?.toLowerCase() ?? '')
  return blocks.map((block) => ({ ...block, mentions: block.mentions.filter(isQuiet) }))
}

function loudWords(
  blocks: readonly { readonly mentions: readonly DecidedMention[] }[],
  words: number,
): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const { mentions } of blocks)
    for (const mention of mentions) {
      const word = wordOf(mention)
      if (word !== undefined && SMALL_WORD.test(word)) times.set(word, (times.get(word) ?? 0) + 1)
    }
  const most = Math.min(MOST_TIMES, Math.max(FEW_TIMES, MOST_SHARE * words))
  return new Set([...times].flatMap(([word, count]) => (count > most ? [word] : [])))
}

/** The word that a mention is, where it was found by a bundle's own name and is not written as an acronym. */
function wordOf({ spot }: DecidedMention): string | undefined {
  if (!spot.form) return undefined
  const surface = surfaceOf(spot)
  return SMALL_WORD.test(surface) || CAPITALISED_WORD.test(surface) ? surface : undefined
}
