import { ask } from '../../src/messaging/client.ts'
import { type CardInput, offeredCard, type PageCard } from '../../src/page/card-slot.ts'
import type { Hit } from '../../src/page/hit-test.ts'

/** The card of a page, whose script is fetched once there are marks and somebody is there to point at them. */
export interface LoadedCard extends PageCard {
  /** Fetches the script ahead of the first card, which then opens without waiting. */
  readonly prepare: () => void
}

/** A card that answers at once; until its script has arrived the last mark it was opened for waits. */
export function createCard(input: CardInput): LoadedCard {
  let card: PageCard | undefined
  let waiting: Hit | undefined
  let isFocusWanted = false
  let isLoading = false
  const load = async (): Promise<void> => {
    if (!offeredCard()) await ask('page/card-script', {})
    card = offeredCard()?.(input)
    // A browser that let no script in may let it in another time.
    isLoading = false
    if (waiting && !input.signal.aborted) card?.open(waiting)
    if (waiting && isFocusWanted) card?.takeFocus()
    waiting = undefined
    isFocusWanted = false
  }
  const prepare = () => {
    if (card || isLoading) return
    isLoading = true
    void load()
  }
  return {
    prepare,
    open: (hit) => {
      if (card) return card.open(hit)
      waiting = hit
      prepare()
    },
    aim: (hit) => {
      if (card) card.aim(hit)
      else prepare()
    },
    takeFocus: () => {
      isFocusWanted = card === undefined
      card?.takeFocus()
    },
    close: () => {
      waiting = undefined
      isFocusWanted = false
      card?.close()
    },
    isCard: (target) => card?.isCard(target) ?? false,
  }
}
