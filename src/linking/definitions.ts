import { tokensOf } from '../text/fold.ts'
import { type BracketPair, bracketPairs, commaPairs } from './bracket-pairs.ts'
import { isSpelledBy, spellsOut } from './initials.ts'
import type { FoundName } from './name-form.ts'
import { foreignAcronyms } from './other-bearers.ts'
import type { PageBlock } from './page-block.ts'
import type { EntityView } from './view.ts'
import type { WarmIndex } from './warm-index.ts'

/** What the text itself says of its acronyms. */
export interface Definitions {
  /** Whether the page gives an acronym a meaning that is not this entity: then it never means it here. */
  rejects(acronym: string, key: string): boolean
  /** The acronyms that are defined to mean something known, with its `refKey`. */
  readonly known: ReadonlyMap<string, string>
}

export interface DefinitionInput {
  readonly index: WarmIndex
  readonly views: ReadonlyMap<string, EntityView>
}

/**
 * Reads the definitions of a page: "Regional Anti-Terrorist Structure (RATS)" and the reverse. An
 * acronym that is spelled out as something else is foreign; one that is spelled out as something
 * known means that, whatever else it may stand for. So is one that a firm or a lawsuit bears (other-bearers.ts).
 */
export function readDefinitions(blocks: readonly PageBlock[], input: DefinitionInput): Definitions {
  const known = new Map<string, string>()
  const foreign = new Set<string>()
  // A block in which no known name stands defines none.
  const named = blocks.filter(({ candidates }) => candidates.length > 0)
  for (const block of named) for (const acronym of foreignAcronyms(block, input.index)) foreign.add(acronym)
  for (const block of named)
    for (const pair of [...bracketPairs(block.text), ...commaPairs(block.text)]) {
      const own = keysNamed(pair.acronym, input.index)
      const key = definedKey(pair, block, own, input)
      if (key !== undefined) known.set(pair.acronym, key)
      // What no name equals needs no rejecting.
      else if (own.size > 0 && definesOtherwise(pair, block)) foreign.add(pair.acronym)
    }
  return {
    known,
    rejects: (acronym, key) => (known.has(acronym) ? known.get(acronym) !== key : foreign.has(acronym)),
  }
}

/** In a bracket the end of the phrase must spell the acronym; between commas all of it. */
function definesOtherwise(pair: BracketPair, block: PageBlock): boolean {
  const phrase = phraseOf(pair, block)
  return pair.isBracket || pair.order === 'phrase-first'
    ? spellsOut(phrase, pair.acronym)
    : isSpelledBy(phrase, pair.acronym)
}

const phraseOf = ({ phraseStart, phraseEnd }: BracketPair, block: PageBlock): string =>
  block.text.slice(phraseStart, phraseEnd)

/** The known entity that the phrase names, where the acronym is its own or its initials spell the acronym. */
function definedKey(
  pair: BracketPair,
  block: PageBlock,
  own: ReadonlySet<string>,
  input: DefinitionInput,
): string | undefined {
  const named = namesInPhrase(pair, block.candidates).map(({ form: { names, surface } }) => ({
    keys: names.map((number) => input.index.keyOf(number)),
    surface,
  }))
  const key = named.flatMap(({ keys }) => keys).find((each) => own.has(each))
  return (
    key ??
    named.find(({ surface }) => isSpelledBy(surface, pair.acronym))?.keys[0] ??
    variantOf(pair, block, own, input)
  )
}

/** A spelling of a name that the bundle lacks, of an entity whose acronym it has. */
function variantOf(
  pair: BracketPair,
  block: PageBlock,
  own: ReadonlySet<string>,
  { views }: DefinitionInput,
) {
  if (own.size === 0) return undefined
  const phrase = phraseOf(pair, block)
  if (!spellsOut(phrase, pair.acronym)) return undefined
  return [...own].find((key) => isSpelling(phrase, views.get(key)))
}

const keysNamed = (acronym: string, index: WarmIndex): Set<string> =>
  new Set(index.within(acronym).flatMap(({ names }) => names.map((number) => index.keyOf(number))))

/** The names that end where the bracket begins, or that fill the bracket; the long ones and those inside them. */
function namesInPhrase(pair: BracketPair, found: readonly FoundName[], shift = 0): FoundName[] {
  return found.flatMap((name) => {
    const start = shift + name.start
    const end = shift + name.end
    if (end <= pair.phraseStart || start >= pair.phraseEnd) return []
    const inner = namesInPhrase(pair, name.form.inner, start)
    const fits = end === pair.phraseEnd
    const fills = pair.order === 'phrase-first' || start === pair.phraseStart
    return fits && fills ? [name, ...inner] : inner
  })
}

/** From this share of its words on a phrase counts as a spelling of a known name: "International Telecommunications Union". */
const SHARE_OF_WORDS = 0.5
/** Words are compared by so many first letters: endings differ between spellings. */
const STEM = 5

/** Whether the end of a phrase is a known full name in a spelling that the bundle lacks. */
function isSpelling(phrase: string, view: EntityView | undefined): boolean {
  const words = stems(phrase)
  return (view ? stemsOfNames(view) : []).some((known) => {
    const last = new Set(words.slice(-known.length))
    return known.filter((stem) => last.has(stem)).length / known.length > SHARE_OF_WORDS
  })
}

/** A view is shared by pages; its names are taken apart once. */
function stemsOfNames(view: EntityView): readonly (readonly string[])[] {
  const known = stemsOfViews.get(view) ?? view.fullNames.map(stems)
  stemsOfViews.set(view, known)
  return known
}

const stemsOfViews = new WeakMap<EntityView, readonly (readonly string[])[]>()

const stems = (phrase: string): string[] => tokensOf(phrase).map(({ key }) => key.slice(0, STEM))
