import { useState } from 'preact/hooks'
import type { CardSummary } from '../../model/card.ts'
import type { EntityRef } from '../../model/ids.ts'
import type { SentMention } from '../../model/packed-recognition.ts'
import type { CardView } from '../card/card-view.ts'
import { HoverCard } from '../card/hover-card.tsx'
import { useText } from '../i18n/text-context.ts'
import type { Translate } from '../i18n/translate.ts'
import { type Piece, piecesOf } from './pieces.ts'

export interface SampleProps {
  readonly t: Translate
  /** What was recognised in the sample text, `welcome.sample_text` of the catalogue; null while it is not known. */
  readonly mentions: readonly SentMention[] | null
  /** The cards of a mention of the sample; rejects where they cannot be had. */
  readonly onCards: (mention: SentMention) => Promise<readonly CardSummary[]>
  readonly onOpenDetails: (entity: EntityRef, asOf: string | undefined) => void
}

interface Opened {
  readonly mention: SentMention
  readonly view: CardView
}

/** A few sentences to try it on: the names in them are marked and open the card, as on a page. */
export function Sample({ t, mentions, onCards, onOpenDetails }: SampleProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = (mention: SentMention) => {
    setOpened({ mention, view: { state: 'loading', name: mention.name } })
    const show = (view: CardView) => setOpened((now) => (now?.mention === mention ? { mention, view } : now))
    void cardOf(mention, onCards).then(show)
  }
  return (
    <section class="sample" aria-labelledby="welcome-sample">
      <h2 class="section-title" id="welcome-sample">
        {t('welcome.try')}
      </h2>
      <p class="sample-text">
        {piecesOf(t('welcome.sample_text'), mentions ?? []).map((piece) => (
          <SamplePiece
            key={piece.start}
            piece={piece}
            isOpen={piece.mention === opened?.mention}
            onOpen={open}
          />
        ))}
      </p>
      <div class="sample-card">
        {opened ? (
          <HoverCard
            key={opened.mention.start}
            view={opened.view}
            t={t}
            onOpenDetails={onOpenDetails}
            onRetry={() => open(opened.mention)}
            onClose={() => setOpened(null)}
          />
        ) : (
          <p class="soft">{t('welcome.try_hint')}</p>
        )}
      </div>
    </section>
  )
}

async function cardOf(mention: SentMention, onCards: SampleProps['onCards']): Promise<CardView> {
  const { name } = mention
  try {
    return { state: 'ready', name, summaries: await onCards(mention) }
  } catch {
    return { state: 'failed', name, problem: 'no-answer' }
  }
}

interface SamplePieceProps {
  readonly piece: Piece
  readonly isOpen: boolean
  readonly onOpen: (mention: SentMention) => void
}

function SamplePiece({ piece: { text, mention }, isOpen, onOpen }: SamplePieceProps) {
  const t = useText()
  if (!mention) return <>{text}</>
  return (
    <button
      type="button"
      class="sample-mark"
      data-kind={mention.type}
      aria-expanded={isOpen}
      title={t(`kind.${mention.type}`)}
      onClick={() => onOpen(mention)}
    >
      {text}
    </button>
  )
}
