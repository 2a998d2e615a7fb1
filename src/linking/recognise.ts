import type { NameIndex } from '../matching/types.ts'
import type { Explanation } from '../model/explanation.ts'
import { refKey } from '../model/ids.ts'
import type { RecogniseInput, Recognition, TextBlock } from '../model/mention.ts'
import { spanOf } from '../model/partial-date.ts'
import { languageOfText } from '../text/block-language.ts'
import { type ExplainedRecognition, explain, explainAt } from './explain.ts'
import { foundNames } from './found-names.ts'
import { link, type PageReading } from './link.ts'
import { nextReading } from './name-form.ts'
import { type PageBlock, pageBlock } from './page-block.ts'
import type { PageTokens } from './page-tokens.ts'
import type { EntityView } from './view.ts'
import type { ViewSource } from './view-source.ts'
import { type WarmIndex, warmIndex } from './warm-index.ts'

/** What recognising draws on. */
export interface Knowledge {
  readonly index: NameIndex
  /** Gives the views of entities; `viewsFrom(lookup.entities)`, kept warm with `cachedViews`. */
  readonly views: ViewSource
}

/**
 * Recognises what a page names: scan, one batched look-up of the entities that may be meant and one
 * of their offices, then linking, which is pure. Fails only where the look-up fails.
 */
export const recognise = (input: RecogniseInput, knowledge: Knowledge): Promise<Recognition> =>
  reading(input, knowledge, link)

/** The same with the reasons behind every mention, and behind every name that was left alone. */
export const recogniseExplained = (
  input: RecogniseInput,
  knowledge: Knowledge,
): Promise<ExplainedRecognition> => reading(input, knowledge, explain)

/** Where a mention begins: the number of its block among those asked about, and the offset in it (UTF-16 units). */
export interface MentionPlace {
  readonly block: number
  readonly start: number
}

/** The reasons behind one mention of what `recognise` gives for the same input; null where none begins there. */
export const explainMention = (
  input: RecogniseInput,
  { block, start }: MentionPlace,
  knowledge: Knowledge,
): Promise<Explanation | null> => reading(input, knowledge, (page) => explainAt(page, block, start))

/** What `use` makes of a page; the room that the page took is used again afterwards. */
async function reading<Result>(
  input: RecogniseInput,
  { index: names, views }: Knowledge,
  use: (page: PageReading) => Result,
): Promise<Result> {
  const index = warmIndex(names)
  const tokens = index.takeTokens()
  const result = use(await readingOf(input, { index, views, tokens }))
  index.giveBack(tokens)
  return result
}

/** What a page is read with. */
interface Reader {
  readonly index: WarmIndex
  readonly views: ViewSource
  readonly tokens: PageTokens
}

async function readingOf(input: RecogniseInput, { index, views, tokens }: Reader): Promise<PageReading> {
  const blocks = readPage(input, index, tokens)
  const established = (input.established ?? []).map(refKey)
  const keys = keysNamed(blocks, index)
  for (const key of established) keys.add(key)
  const known = await gather(keys, views)
  const date = spanOf(input.date)
  return {
    blocks,
    tokens,
    index,
    views: known,
    established: established.flatMap((key) => known.get(key) ?? []),
    ...(date && { date }),
  }
}

/** The title is read first: it licenses later short mentions, but has no offsets. */
function readPage(
  { blocks, title = '', lang }: RecogniseInput,
  index: WarmIndex,
  tokens: PageTokens,
): PageBlock[] {
  const read = ({ text, lang: own }: TextBlock, isTitle: boolean) => {
    const firstToken = tokens.count
    const candidates = foundNames(text, index, tokens)
    const language = languageIn(text, own ?? lang)
    return pageBlock({ text, lang: language, candidates, firstToken, lastToken: tokens.count, isTitle })
  }
  const first = title === '' ? [] : [read({ text: title }, true)]
  return [...first, ...blocks.map((block) => read(block, false))]
}

/** The language of a block: pages quote others, and many declare none or a wrong one. What the text says goes first. */
function languageIn(text: string, declared: string | undefined): string | undefined {
  const found = languageOfText(text)
  return found === undefined || declared?.toLowerCase().startsWith(found) ? declared : found
}

/** The entities that the names of a page may mean, each once. */
function keysNamed(blocks: readonly PageBlock[], index: WarmIndex): Set<string> {
  const keys = new Set<string>()
  const keyOf = (number: number): string => index.keyOf(number)
  const reading = nextReading()
  for (const { candidates } of blocks)
    for (const { form } of candidates) {
      if (form.seenBy === reading) continue
      form.seenBy = reading
      for (const key of form.keysNamed(keyOf)) keys.add(key)
    }
  return keys
}

/** The views of entities, with those of their offices: a role may be spelled in ways that no bundle lists. */
async function gather(keys: Iterable<string>, source: ViewSource): Promise<ReadonlyMap<string, EntityView>> {
  const views = await source(keys)
  const missing = new Set<string>()
  for (const { offices } of views.values()) for (const key of offices) if (!views.has(key)) missing.add(key)
  if (missing.size === 0) return views
  const all = new Map(views)
  for (const [key, view] of await source(missing)) all.set(key, view)
  return all
}
