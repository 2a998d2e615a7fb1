import type { IndexedName } from '../../../src/matching/types.ts'
import { hanNames, hanText } from './han.ts'
import { latinNames } from './latin-names.ts'
import { latinText, nearMissText } from './latin-text.ts'

/** The texts that are scanned, by kind, with the names that are looked for. */
export const TEXT_KINDS = [
  'latin',
  'listing',
  'ascii',
  'han',
  'near-miss',
  'stuttering',
  'soft hyphens',
  'one word',
  'hostile',
] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** The names that go with a kind of text. */
export const namesFor = (kind: TextKind, count: number): IndexedName[] =>
  kind === 'han' ? hanNames(count) : kind === 'hostile' ? hostileNames(count) : latinNames(count)

/** A text of a kind and length, in UTF-16 units. */
export function textFor(kind: TextKind, names: readonly IndexedName[], length: number): string {
  switch (kind) {
    case 'latin':
      return latinText(names, length)
    case 'listing':
      // Hardly a name comes twice: what was read for one is of no use for the next.
      return latinText(names, length, 1)
    case 'ascii':
      return latinText(names, length).replace(/[^\0-\x7f]/g, "'")
    case 'han':
      return hanText(names, length)
    case 'hostile':
    case 'near-miss':
      return nearMissText(names, length)
    case 'stuttering':
      return stuttering(names, length)
    case 'soft hyphens':
      return latinText(names, Math.floor(length * 0.85)).replace(/(\p{L}{3})(?=\p{L})/gu, '$1\u00ad')
    case 'one word':
      return 'a'.repeat(length)
  }
}

/** The first words of names over and over: each begins what no name goes on with. */
function stuttering(names: readonly IndexedName[], length: number): string {
  const parts: string[] = []
  for (let size = 0, at = 0; size < length; at++) {
    const [first = '', second = ''] = (names[(at * 7) % names.length] as IndexedName).text.split(' ')
    parts.push(first, first, second, first)
    size += 3 * first.length + second.length + 4
  }
  return parts.join(' ')
}

/**
 * Names that would share a hash if a hash left out what is in the middle, or case: a third differ between the
 * same ends, a third in case alone, and a third in letters of many alphabets.
 */
function hostileNames(count: number): IndexedName[] {
  const [template] = latinNames(1) as [IndexedName]
  return Array.from({ length: count }, (_, index) => ({
    ...template,
    caseRule: 'exact',
    text: hostile(index),
  }))
}

function hostile(index: number): string {
  const number = Math.floor(index / 3)
  if (index % 3 === 0) return `shanghai${number.toString(36).padStart(6, '0')}organisation`
  if (index % 3 === 1)
    return Array.from('cooperationorganisation', (letter, at) =>
      (number >> at) & 1 ? letter.toUpperCase() : letter,
    ).join('')
  return number
    .toString(3)
    .padStart(10, '0')
    .replace(/\d/g, (digit) => '\u044f\u144f\ua44f'.charAt(Number(digit)))
}
