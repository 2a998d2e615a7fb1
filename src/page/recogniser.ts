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

/** Asks the background; never throws. */
export type Ask = (
  name: 'page/recognise',
  request: RecogniseRequest,
) => Promise<Result<Recognition, AskError>>

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
  /** Forgets what was established: another article. */
  readonly reset: () => void
}

/** A recogniser of a page about which nothing was asked yet. */
export function createRecogniser(ask: Ask): Recogniser {
  let established: readonly EntityRef[] = []
  return {
    recognise: async (blocks, { title = '', ...context }) => {
      const answer = await ask('page/recognise', {
        ...context,
        title: title.slice(0, MAX_TITLE),
        blocks: blocks.map(({ text, lang }) => (lang === undefined ? { text } : { text, lang })),
        established: [...established],
      })
      if (!answer.ok) return answer
      established = answer.value.established.slice(0, MAX_ESTABLISHED)
      return ok(answer.value.blocks)
    },
    reset: () => {
      established = []
    },
  }
}
