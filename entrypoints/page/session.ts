import { ask } from '../../src/messaging/client.ts'
import { startHover } from '../../src/page/hover-controller.ts'
import { type Page, startPage } from '../../src/page/scan-page.ts'
import { createCard } from './card-loader.ts'

/** A page that is marked and can be hovered, until it is stopped. */
export interface PageSession {
  readonly page: Page
  stop(): void
}

/** Marks the page and listens to the pointer. `life` is ended where the extension has left under the page. */
export function startSession(life: AbortController): PageSession {
  const session = new AbortController()
  const signal = AbortSignal.any([life.signal, session.signal])
  const onMarks = () => {
    // The page layer stops by itself only where the extension is gone: then nothing of ours may stay.
    if (page.marks().state === 'off') life.abort()
    else void ask('page/counted', { mentions: page.count() })
    if (page.count() > 0) prepareCard(document, signal, card.prepare)
  }
  const page = startPage({ document, ask, signal, onMarks })
  const card = createCard({
    signal,
    date: () => page.marks().date,
    explain: page.explain,
    onClose: () => hover.close(),
    onPin: (pinned) => (pinned ? hover.pin() : hover.unpin()),
  })
  const hover = startHover({
    document,
    signal,
    hitAt: (x, y) => page.hitAt(x, y),
    isCard: card.isCard,
    onOpen: card.open,
    onClose: card.close,
  })
  return {
    page,
    stop: () => {
      session.abort()
      void ask('page/counted', { mentions: 0 })
    },
  }
}

/** The card's script comes with the first sign of a reader, and not to a page that nobody looks at. */
function prepareCard(target: Document, signal: AbortSignal, prepare: () => void): void {
  const quiet = { capture: true, passive: true, once: true, signal }
  for (const type of ['pointermove', 'keydown', 'pointerdown']) target.addEventListener(type, prepare, quiet)
}
