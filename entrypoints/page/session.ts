import { ask } from '../../src/messaging/client.ts'
import type { Settings } from '../../src/model/settings.ts'
import { startHover } from '../../src/page/hover-controller.ts'
import { type Page, startPage } from '../../src/page/scan-page.ts'
import { createCard } from './card-loader.ts'

/** A page that is marked and can be hovered, until it is stopped. */
export interface PageSession {
  readonly page: Page
  /** Ends with the session. */
  readonly signal: AbortSignal
  /** Opens the card of the mark gone to last, or of the first one, for the keyboard; false where there is none. */
  openCard(): boolean
  prefer(settings: Settings): void
  stop(): void
}

/** What a session is started with. */
export interface SessionInput {
  /** Ended where the extension has left under the page. */
  readonly life: AbortController
  readonly settings: Settings
  /** The marks have changed. */
  readonly onMarks: (page: Page) => void
  /** The page wrote its document anew, and took our listeners with the old one. */
  readonly onReopened: () => void
}

/** Marks the page and listens to the pointer. */
export function startSession({ life, settings, onMarks, onReopened }: SessionInput): PageSession {
  const session = new AbortController()
  const signal = AbortSignal.any([life.signal, session.signal])
  let current = settings
  const tell = () => {
    // The page layer stops by itself only where the extension is gone: then nothing of ours may stay.
    if (page.marks().state === 'off') life.abort()
    else onMarks(page)
    if (page.count() > 0) prepareCard(document, signal, card.prepare)
  }
  const page = startPage({ document, ask, signal, preferences: settings, onMarks: tell, onReopened })
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
    onAim: card.aim,
    preferences: () => current,
  })
  return {
    page,
    signal,
    openCard: () => {
      const hit = page.current() ?? page.step(1)
      if (hit === null) return false
      hover.open(hit)
      card.takeFocus()
      return true
    },
    prefer: (next) => {
      current = next
      page.prefer(next)
    },
    stop: () => session.abort(),
  }
}

/** The card's script comes with the first sign of a reader, and not to a page that nobody looks at. */
function prepareCard(target: Document, signal: AbortSignal, prepare: () => void): void {
  const quiet = { capture: true, passive: true, once: true, signal }
  for (const type of ['pointermove', 'keydown', 'pointerdown']) target.addEventListener(type, prepare, quiet)
}
