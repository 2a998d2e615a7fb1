import type { Explanation } from '../model/explanation.ts'
import type { EntityRef } from '../model/ids.ts'
import type { RecogniseInput } from '../model/mention.ts'
import type { PackedRecognition } from '../model/packed-recognition.ts'
import { ok, type Result } from '../model/result.ts'
import type { PageBlock } from './page-block.ts'
import type { RecogniseRequest } from './recognised.ts'

/** Why a question was not answered: a code of the messaging layer. `gone`: the extension left, and so must we. */
export interface AskError {
  readonly code: string
  readonly detail: string
}

/** The same text again, and where in it the mention begins that is to be explained. */
export interface ExplainRequest extends RecogniseRequest {
  readonly at: { readonly block: number; readonly start: number }
}

/** Asks the background; never throws. */
export interface Ask {
  (name: 'page/recognise', request: RecogniseRequest): Promise<Result<PackedRecognition, AskError>>
  (name: 'page/explain', request: ExplainRequest): Promise<Result<Explanation | null, AskError>>
}

/** What holds for the whole page. */
export type PageContext = Pick<RecogniseInput, 'title' | 'lang' | 'date'>

/** The protocol's limits. */
const MAX_TITLE = 2_000
const MAX_ESTABLISHED = 5_000

/** Asks about parts of one page, one after the other, and carries what earlier parts established to later ones. */
export interface Recogniser {
  /** Has each block know what is recognised in it; null, or why there was no answer. */
  readonly recognise: (blocks: readonly PageBlock[], context: PageContext) => Promise<AskError | null>
  /** Why the mention that begins at an offset of a block means what it does: the question about it is asked again. Null where nothing is known of it any more. */
  readonly explain: (block: PageBlock, start: number) => Promise<Result<Explanation | null, AskError>>
  /** Forgets what was established: another article. */
  readonly reset: () => void
}

/** A recogniser of a page about which nothing was asked yet. */
export function createRecogniser(ask: Ask): Recogniser {
  let established: readonly EntityRef[] = []
  return {
    recognise: async (blocks, context) => {
      const request = requestOf(blocks, context, established)
      const answer = await ask('page/recognise', request)
      if (!answer.ok) return answer.error
      const { senses } = answer.value
      answer.value.blocks.forEach((found, at) => {
        const block = blocks[at]
        if (block !== undefined) block.recognised = { request, at, senses, found }
      })
      established = answer.value.established.slice(0, MAX_ESTABLISHED)
      return null
    },
    explain: async ({ recognised }, start) => {
      if (recognised === undefined) return ok(null)
      return ask('page/explain', { ...recognised.request, at: { block: recognised.at, start } })
    },
    reset: () => {
      established = []
    },
  }
}

const requestOf = (
  blocks: readonly PageBlock[],
  { title = '', ...context }: PageContext,
  established: readonly EntityRef[],
): RecogniseRequest => ({
  ...context,
  title: title.slice(0, MAX_TITLE),
  blocks: blocks.map(({ text, lang }) => (lang === undefined ? { text } : { text, lang })),
  established: [...established],
})
