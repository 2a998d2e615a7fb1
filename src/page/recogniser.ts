import type { Explanation } from '../model/explanation.ts'
import type { EntityRef } from '../model/ids.ts'
import type { RecogniseInput, Recognition, TextBlock } from '../model/mention.ts'
import { ok, type Result } from '../model/result.ts'
import type { Found } from './marks.ts'
import type { PageBlock } from './page-block.ts'

/** Why a question was not answered: a code of the messaging layer. `gone`: the extension left, and so must we. */
export interface AskError {
  readonly code: string
  readonly detail: string
}

/** A request as messages carry it. */
export interface RecogniseRequest extends RecogniseInput {
  readonly blocks: TextBlock[]
  readonly established?: EntityRef[]
}

/** The same text again, and where in it the mention begins that is to be explained. */
export interface ExplainRequest extends RecogniseRequest {
  readonly at: { readonly block: number; readonly start: number }
}

/** Asks the background; never throws. */
export interface Ask {
  (name: 'page/recognise', request: RecogniseRequest): Promise<Result<Recognition, AskError>>
  (name: 'page/explain', request: ExplainRequest): Promise<Result<Explanation | null, AskError>>
}

/** What holds for the whole page. */
export type PageContext = Pick<RecogniseInput, 'title' | 'lang' | 'date'>

/** The protocol's limits. */
const MAX_TITLE = 2_000
const MAX_ESTABLISHED = 5_000

/** Asks about parts of one page, one after the other, and carries what earlier parts established to later ones. */
export interface Recogniser {
  /** What is found in each block, in order. */
  readonly recognise: (
    blocks: readonly PageBlock[],
    context: PageContext,
  ) => Promise<Result<readonly Found[], AskError>>
  /** Why the mention that begins at an offset of a block means what it does: the question about it is asked again. Null where nothing is known of it any more. */
  readonly explain: (block: PageBlock, start: number) => Promise<Result<Explanation | null, AskError>>
  /** Forgets what was established: another article. */
  readonly reset: () => void
}

/** A recogniser of a page about which nothing was asked yet. */
export function createRecogniser(ask: Ask): Recogniser {
  let established: readonly EntityRef[] = []
  // What was known when a block was asked about; asked again with the same, the same is decided.
  const questions = new WeakMap<PageBlock, Question>()
  return {
    recognise: async (blocks, context) => {
      const question = { blocks, context, established }
      const answer = await ask('page/recognise', requestOf(question))
      if (!answer.ok) return answer
      for (const block of blocks) questions.set(block, question)
      established = answer.value.established.slice(0, MAX_ESTABLISHED)
      return ok(answer.value.blocks)
    },
    explain: async (block, start) => {
      const question = questions.get(block)
      if (question === undefined) return ok(null)
      const at = { block: question.blocks.indexOf(block), start }
      return ask('page/explain', { ...requestOf(question), at })
    },
    reset: () => {
      established = []
    },
  }
}

/** One request about a part of the page. */
interface Question {
  readonly blocks: readonly PageBlock[]
  readonly context: PageContext
  readonly established: readonly EntityRef[]
}

const requestOf = ({
  blocks,
  context: { title = '', ...context },
  established,
}: Question): RecogniseRequest => ({
  ...context,
  title: title.slice(0, MAX_TITLE),
  blocks: blocks.map(({ text, lang }) => (lang === undefined ? { text } : { text, lang })),
  established: [...established],
})
