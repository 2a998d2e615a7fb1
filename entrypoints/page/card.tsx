import { render } from 'preact'
import { i18n } from '#i18n'
import { ask } from '../../src/messaging/client.ts'
import type { EntityRef } from '../../src/model/ids.ts'
import { openCardHost } from '../../src/page/card-host.ts'
import type { Hit } from '../../src/page/hit-test.ts'
import style from '../../src/ui/card/card.css?inline'
import type { CardView } from '../../src/ui/card/card-view.ts'
import { HoverCard } from '../../src/ui/card/hover-card.tsx'
import { directionOf, type Translate } from '../../src/ui/i18n/translate.ts'

const t = i18n.t as Translate

/** What the card needs of its page. */
export interface CardInput {
  readonly signal: AbortSignal
  /** The article's date (EDTF), where it is known. */
  readonly date: () => string | undefined
  /** The reader closed the card from inside. */
  readonly onClose: () => void
}

/** The one card of a page: at most one is open. */
export interface PageCard {
  readonly open: (hit: Hit) => void
  readonly close: () => void
  /** Whether an event's target is the open card. */
  readonly isCard: (target: EventTarget | null) => boolean
}

/** A card that draws the interface's component into a host on the page. */
export function createCard({ signal, date, onClose }: CardInput): PageCard {
  let current: OpenCard | undefined
  const close = () => {
    current?.remove()
    current = undefined
  }
  const open = (hit: Hit) => {
    close()
    const text = hit.mark.pieces[0]?.node
    if (text) current = openCard(text, hit, date(), onClose, signal)
  }
  return { open, close, isCard: (target) => current?.isHost(target) ?? false }
}

interface OpenCard {
  isHost(target: EventTarget | null): boolean
  remove(): void
}

function openCard(
  text: Text,
  hit: Hit,
  date: string | undefined,
  onClose: () => void,
  signal: AbortSignal,
): OpenCard {
  const { name } = hit.mark.mention
  const life = new AbortController()
  const host = openCardHost(text, style, AbortSignal.any([signal, life.signal]))
  const show = (view: CardView) => {
    if (life.signal.aborted) return
    render(
      <HoverCard view={view} t={t} onClose={onClose} onOpenDetails={openDetails} onRetry={load} />,
      host.container,
    )
    host.place(hit.rect, directionOf(t))
  }
  const load = () => {
    show({ state: 'loading', name })
    void viewOf(hit, date).then(show)
  }
  // A card that grows (its answer came, a sense was chosen) must not run out of the window.
  const sizes = new ResizeObserver(() => host.place(hit.rect, directionOf(t)))
  sizes.observe(host.container)
  load()
  return {
    isHost: host.isHost,
    remove: () => {
      life.abort()
      sizes.disconnect()
      render(null, host.container)
      host.remove()
    },
  }
}

async function viewOf({ mark: { mention } }: Hit, date: string | undefined): Promise<CardView> {
  const { name } = mention
  const entities = mention.entity ? [mention.entity] : [...(mention.candidates ?? [])]
  const reply = await ask('entity/card', { entities, ...(date !== undefined && { date }) })
  if (reply.ok) return { state: 'ready', name, summaries: reply.value }
  return { state: 'failed', name, problem: reply.error.code === 'gone' ? 'gone' : 'no-answer' }
}

function openDetails(entity: EntityRef, asOf: string | undefined): void {
  void ask('entity/open-details', { entity, ...(asOf !== undefined && { date: asOf }) })
}
