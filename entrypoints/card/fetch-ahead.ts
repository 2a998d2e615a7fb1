import type { Hit } from '../../src/page/hit-test.ts'
import type { CardView } from '../../src/ui/card/card-view.ts'

/** The view of the one card that is about to be opened. */
export interface FetchedAhead {
  /** Begins to fetch the view of a mark, in place of the one before. */
  readonly fetch: (hit: Hit) => void
  /** The view of a mark, if it has arrived; once. A failure is not handed out: opening asks again. */
  readonly take: (hit: Hit) => CardView | undefined
}

/** Milliseconds for which a view is what a new one would be; the longest dwell time is below. */
const FRESH = 3000

/** Fetches while the pointer rests, so that a card opens with its facts. */
export function fetchAhead(
  viewOf: (hit: Hit) => Promise<CardView>,
  now: () => number = () => performance.now(),
): FetchedAhead {
  let wanted: { readonly mark: Hit['mark']; readonly since: number; view?: CardView } | undefined
  return {
    fetch: (hit) => {
      const asked: NonNullable<typeof wanted> = { mark: hit.mark, since: now() }
      wanted = asked
      void viewOf(hit).then((view) => {
        if (view.state === 'ready') asked.view = view
      })
    },
    take: ({ mark }) => {
      const kept = wanted
      wanted = undefined
      return kept?.mark === mark && now() - kept.since < FRESH ? kept.view : undefined
    },
  }
}
