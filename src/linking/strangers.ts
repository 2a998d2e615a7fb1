import type { LocalText } from '../model/entity.ts'
import { capitalisedWordEnds, LONGEST_PHRASE } from './capitalised-words.ts'
import { languageOf } from './languages.ts'
import type { PageBlock } from './page-block.ts'
import { LOWER_BIT, type PageTokens } from './page-tokens.ts'
import { shortFormsOf } from './short-forms.ts'
import type { ShortPlace } from './short-place.ts'
import type { WordHasher } from './word-filter.ts'

/** What is needed to find words among tokens. */
export interface WordLookup {
  readonly tokens: PageTokens
  readonly index: WordHasher
}

/** How far a short form has been looked for. */
interface Asked {
  readonly hashes: readonly number[]
  places: number
  isBorne: boolean
}

/**
 * Names of a text that the bundle does not know ("the World Trade Organization"): from then on their short forms are
 * theirs as well. Few pages ask for one, so that only where such a name may stand is kept, and a name is taken apart
 * when a form is asked for whose first word is among its words.
 */
export class Strangers {
  private readonly blocks: PageBlock[] = []
  private readonly places: ShortPlace[] = []
  private readonly asked = new Map<string, Asked>()
  private readonly words: WordLookup

  constructor(words: WordLookup) {
    this.words = words
  }

  /** Takes note that the capitalised words at a place may be the name of something unknown. */
  note(block: PageBlock, place: ShortPlace): void {
    this.blocks.push(block)
    this.places.push(place)
  }

  /** Whether one of them bears a short form. */
  bear(shortForm: string): boolean {
    const asked = this.asked.get(shortForm) ?? this.begun(shortForm)
    for (; !asked.isBorne && asked.places < this.places.length; asked.places += 1) {
      const block = this.blocks[asked.places] as PageBlock
      const place = this.places[asked.places] as ShortPlace
      asked.isBorne = this.mayBear(block, place, asked.hashes) && bears(block, place, shortForm)
    }
    return asked.isBorne
  }

  private begun(shortForm: string): Asked {
    const first = shortForm.split(' ', 1)[0] ?? ''
    const hashes = spellingsOf(first).map((word) => this.words.index.hashOf(word))
    const asked = { hashes, places: 0, isBorne: false }
    this.asked.set(shortForm, asked)
    return asked
  }

  /** Russian forms are inflected: their words need not be among those of the name. */
  private mayBear(block: PageBlock, { start, token }: ShortPlace, wanted: readonly number[]): boolean {
    if (token === undefined || languageOf(block.lang) === 'ru') return true
    const { starts, hashes } = this.words.tokens
    for (let at = token; at < block.lastToken && (starts[at] as number) < start + LONGEST_PHRASE; at += 1)
      if (wanted.includes((hashes[at] as number) | LOWER_BIT)) return true
    return false
  }
}

/** The spellings of a folded word that are one in short forms (`foldSpelling`). */
export const spellingsOf = (word: string): readonly string[] =>
  word.includes('organisation') ? [word, word.replaceAll('organisation', 'organization')] : [word]

function bears(block: PageBlock, { start }: ShortPlace, shortForm: string): boolean {
  const ends = capitalisedWordEnds(block.text, start)
  if (ends.length < 2) return false
  const name: LocalText = { text: block.text.slice(start, ends.at(-1)), lang: languageOf(block.lang) }
  return shortFormsOf(name).includes(shortForm)
}
