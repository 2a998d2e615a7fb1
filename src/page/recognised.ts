import type { EntityRef } from '../model/ids.ts'
import type { RecogniseInput, TextBlock } from '../model/mention.ts'
import type { PackedBlock, Sense } from '../model/packed-recognition.ts'

/** A request as messages carry it. */
export interface RecogniseRequest extends RecogniseInput {
  readonly blocks: TextBlock[]
  readonly established?: EntityRef[]
}

/** What was recognised in one block, and the question that it answers: asked again with the same, the same is decided. */
export interface Recognised {
  readonly request: RecogniseRequest
  /** The number of the block in the request. */
  readonly at: number
  readonly senses: readonly Sense[]
  /** Null where nothing was recognised. */
  readonly found: PackedBlock | null
}
