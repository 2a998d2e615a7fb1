import { render } from 'preact'
import { type CardHost, openCardHost } from '../../src/page/card-host.ts'
import type { CardInput, PageCard } from '../../src/page/card-slot.ts'
import { copyText } from '../../src/page/clipboard.ts'
import type { Hit } from '../../src/page/hit-test.ts'
import style from '../../src/ui/card/card.css?inline'
import type { CardActions } from '../../src/ui/card/card-actions.ts'
import type { CardView } from '../../src/ui/card/card-view.ts'
import { HoverCard } from '../../src/ui/card/hover-card.tsx'
import { directionOf } from '../../src/ui/i18n/translate.ts'
import { hintKey, mute, openDetails, relatedCard, viewOf } from './card-data.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { createTexts } from './texts.ts'

const texts = createTexts()

/** A card that draws the interface's component into a host on the page. */
export function createCard(input: CardInput): PageCard {
  const dismissed = new Set<string>()
  void texts.refresh()
  let isRehearsed = false
  const ahead = fetchAhead(async (hit) => {
    const view = await viewOf(hit, input.date(), dismissed)
    if (!isRehearsed) rehearse(view)
    isRehearsed = true
    return view
  })
  let current: OpenCard | undefined
  const close = () => {
    current?.remove()
    current = undefined
  }
  const open = (hit: Hit) => {
    close()
    const text = hit.mark.pieces[0]?.node
    if (text) current = openCard({ text, hit, input, dismissed, fetched: ahead.take(hit) })
  }
  return {
    open,
    aim: ahead.fetch,
    close,
    takeFocus: () => current?.takeFocus(),
    isCard: (target) => current?.isHost(target) ?? false,
  }
}

/** The first drawing compiles the code of the card: done nowhere, while the pointer still rests, it does not hold up the first card. */
function rehearse(view: CardView): void {
  const nowhere = document.createElement('div')
  render(
    <HoverCard view={view} t={texts.current()} onOpenDetails={openDetails} onRetry={noop} onClose={noop} />,
    nowhere,
  )
  render(null, nowhere)
}

const noop = (): void => undefined

interface OpenCard {
  isHost(target: EventTarget | null): boolean
  takeFocus(): void
  remove(): void
}

interface OpenCardInput {
  readonly text: Text
  readonly hit: Hit
  readonly input: CardInput
  /** The hints that the reader has dismissed on this page. */
  readonly dismissed: Set<string>
  /** What the card shows, where it has been fetched ahead. */
  readonly fetched: CardView | undefined
}

function openCard({ text, hit, input, dismissed, fetched }: OpenCardInput): OpenCard {
  const { name } = hit.mark.mention
  const date = input.date()
  const life = new AbortController()
  const signal = AbortSignal.any([input.signal, life.signal])
  const host = openCardHost(text, { style, signal, onLost: input.onClose })
  let shown: CardView = { state: 'loading', name }
  const show = (view: CardView) => {
    if (life.signal.aborted) return
    shown = view
    const hadFocus = host.hasFocus()
    render(<HoverCard view={view} t={texts.current()} {...actions} />, host.container)
    // Of another state everything is drawn anew, and what had the focus is gone.
    if (hadFocus && !host.hasFocus()) host.takeFocus()
    host.place(hit.rect, directionOf(texts.current()))
  }
  const load = () => {
    show({ state: 'loading', name })
    void viewOf(hit, date, dismissed).then(show)
  }
  const actions: CardActions = {
    onClose: input.onClose,
    onRetry: load,
    onOpenDetails: openDetails,
    onRelated: (entity) => relatedCard(entity, date),
    onMute: mute,
    onCopy: (copied) => copyText(copied, host.container),
    onExplain: async () => {
      const reasons = await input.explain(hit.mark)
      return reasons.ok ? reasons.value : null
    },
    onDismissHint: () => {
      for (const hint of hit.mark.hints) dismissed.add(hintKey(hint))
      if (shown.state === 'ready') {
        const { hint: _gone, ...rest } = shown
        show(rest)
      }
    },
    pinning: { onPin: input.onPin, onMove: host.moveBy },
  }
  const sizes = keepInWindow(host, hit)
  if (fetched) show(fetched)
  else load()
  return {
    isHost: host.isHost,
    takeFocus: host.takeFocus,
    remove: () => {
      life.abort()
      sizes.disconnect()
      render(null, host.container)
      host.remove()
    },
  }
}

/** A card that grows (its answer came, a sense was chosen) must not run out of the window. */
function keepInWindow(host: CardHost, { rect }: Hit): ResizeObserver {
  const sizes = new ResizeObserver(() => host.place(rect, directionOf(texts.current())))
  sizes.observe(host.container)
  return sizes
}
