import type { IndexedName } from '../../../src/matching/types.ts'
import { ARTICLE_UNITS, joined, topicsOf } from './articles.ts'
import { capitalised, FUNCTION_WORDS, vocabulary } from './latin-names.ts'
import { type Random, randomFrom, zipf } from './random.ts'

/**
 * English-like articles with a name about every hundred and fifty characters, some in the possessive, and
 * typographic quotes and dashes as newspapers set them. The shorter the articles, the fewer names recur.
 */
export function latinText(
  names: readonly IndexedName[],
  length: number,
  articleUnits = ARTICLE_UNITS,
): string {
  const random = randomFrom(4)
  // The seed of the names' vocabulary: the text speaks of the same topics, so that first words of names occur in it.
  const words = vocabulary(randomFrom(1), 20_000)
  const common = zipf(words.length)
  const often = zipf(FUNCTION_WORDS.length)
  const word = (): string =>
    random.below(100) < 45 ? (FUNCTION_WORDS[often(random)] as string) : (words[common(random)] as string)
  const topicsAt = topicsOf(random, names, articleUnits)
  const parts: string[] = []
  for (let size = 0; size < length; ) {
    const part = sentence(random, word, topicsAt(size))
    parts.push(part)
    size += part.length + 1
  }
  return joined(parts, ' ', length)
}

function sentence(random: Random, word: () => string, topics: readonly string[]): string {
  const parts = [capitalised(word())]
  const length = 10 + random.below(20)
  for (let index = 1; index < length; index++) parts.push(phrase(random, word, topics))
  return `${parts.join(' ')}.`
}

function phrase(random: Random, word: () => string, topics: readonly string[]): string {
  const roll = random.below(100)
  if (roll < 5) return random.pick(topics) + (roll === 0 ? '’s' : '')
  if (roll < 12) return `${word()},`
  if (roll === 12) return `“${word()} ${word()}”`
  if (roll === 13) return `${word()} – ${word()}`
  if (roll === 14) return String(random.below(2500))
  if (roll < 19) return capitalised(word())
  return word()
}

/** Text of names that go wrong at their last word: each is looked up in vain. */
export function nearMissText(names: readonly IndexedName[], length: number, seed = 5): string {
  const random = randomFrom(seed)
  const parts: string[] = []
  for (let size = 0; size < length; ) {
    const words = (names[random.below(names.length)] as IndexedName).text.split(' ')
    words[words.length - 1] = `${words[words.length - 1]}x`
    const part = words.join(' ')
    parts.push(part)
    size += part.length + 1
  }
  return joined(parts, ' ', length)
}
