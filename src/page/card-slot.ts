import type { Explanation } from '../model/explanation.ts'
import type { Result } from '../model/result.ts'
import type { Hit } from './hit-test.ts'
import type { Mark } from './marked-block.ts'
import type { AskError } from './recogniser.ts'

/** What the card needs of its page. */
export interface CardInput {
  readonly signal: AbortSignal
  /** The article's date (EDTF), where it is known. */
  readonly date: () => string | undefined
  /** Why a mark means what it does. */
  readonly explain: (mark: Mark) => Promise<Result<Explanation | null, AskError>>
  /** The reader closed the card from inside. */
  readonly onClose: () => void
  /** The reader keeps the card open, or no longer does. */
  readonly onPin: (pinned: boolean) => void
}

/** The one card of a page: at most one is open. */
export interface PageCard {
  readonly open: (hit: Hit) => void
  /** Fetches what the card of a mark will show: it is about to be opened. */
  readonly aim: (hit: Hit) => void
  readonly close: () => void
  /** Moves the keyboard's focus into the open card, until it closes. */
  readonly takeFocus: () => void
  /** Whether an event's target is the open card. */
  readonly isCard: (target: EventTarget | null) => boolean
}

export type MakeCard = (input: CardInput) => PageCard

/**
 * The card's script is another one than the page's, so that a page without marks never pays for it. Both
 * run in the same isolated world; this mark on its global is where the one finds the other.
 */
const SLOT = Symbol.for('backgrounder.card')

type World = { [SLOT]?: MakeCard }

/** Called by the card's script: from now on it is there. */
export const offerCard = (make: MakeCard): void => {
  ;(globalThis as World)[SLOT] = make
}

/** The card's script, where it has arrived. */
export const offeredCard = (): MakeCard | undefined => (globalThis as World)[SLOT]
