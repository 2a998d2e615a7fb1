import { type CaseForms, formed } from './russian-nouns.ts'

/**
 * The case forms of a Russian adjective by the ending of its nominative, or undefined where a word does
 * not look like one. Nouns in -ние and -тие do not ("соглашение"), nor do those in -рий ("сценарий").
 */
export function adjectiveForms(word: string): CaseForms | undefined {
  for (const [ending, length, forms] of ENDINGS)
    if (ending.test(word)) return formed(word.slice(0, -length), forms)
  return undefined
}

/** Whether a word looks like an adjective of the feminine. */
export const isFeminineAdjective = (word: string): boolean => /(?:ая|яя)$/u.test(word)

/** The first that fits counts; the five cases as in nouns. */
const ENDINGS: readonly (readonly [RegExp, number, string])[] = [
  [/[^аеиоуыэюя](?:ый|ой)$/u, 2, 'ого ому ого ым ом'],
  [/[гкх]ий$/u, 2, 'ого ому ого им ом'],
  [/[жшщчн]ий$/u, 2, 'его ему его им ем'],
  [/ая$/u, 2, 'ой ой ую ой ой'],
  [/яя$/u, 2, 'ей ей юю ей ей'],
  [/ое$/u, 2, 'ого ому ое ым|им ом'],
  [/[жшщчн]ее$/u, 2, 'его ему ее им ем'],
  [/ые$/u, 2, 'ых ым ые ыми ых'],
  [/[гкхжшщч]ие$/u, 2, 'их им ие ими их'],
]
