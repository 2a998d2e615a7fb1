import { useEffect, useState } from 'preact/hooks'
import type {
  ExplainedEvidence,
  ExplainedRejection,
  ExplainedSense,
  Explanation,
  Seen,
} from '../../model/explanation.ts'
import { refKey } from '../../model/ids.ts'
import { formatShare } from '../format/instants.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { type Translate, wordsFor } from '../i18n/translate.ts'

interface WhyPanelProps {
  /** Asks for the reasons; null where what was known then has been updated since. */
  readonly onExplain: () => Promise<Explanation | null>
}

/** Why the text is taken to mean what the card shows: the name that fits, what the page adds, what was ruled out. */
export function WhyPanel({ onExplain }: WhyPanelProps) {
  const t = useText()
  const [told, tell] = useState<Explanation | null | 'waiting'>('waiting')
  // Asked once, when the panel is opened: the reasons do not change under a card.
  useEffect(() => {
    onExplain().then(tell, () => tell(null))
  }, [])
  if (told === 'waiting') return <p role="status">{t('card.loading')}</p>
  if (told === null) return <p role="status">{t('why.nothing')}</p>
  return <Reasons explanation={told} />
}

function Reasons({
  explanation: { surface, chosen, rejected, linkedFrom },
}: {
  readonly explanation: Explanation
}) {
  const t = useText()
  const text = isolated(surface)
  return (
    <div class="why">
      {chosen.length > 1 && <p>{t('why.ambiguous', [text])}</p>}
      {chosen.map((sense) => (
        <ChosenSense
          key={refKey(sense.entity)}
          {...{ sense, linkedFrom }}
          text={chosen.length === 1 ? text : ''}
        />
      ))}
      {rejected.length > 0 && (
        <ul class="why-rejected">
          {rejected.map((sense) => (
            <li key={refKey(sense.entity)}>{rejectionText(sense, t)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface ChosenSenseProps {
  readonly sense: ExplainedSense
  readonly linkedFrom: number
  /** The text on the page, where it has one sense only. */
  readonly text: string
}

function ChosenSense({ sense, linkedFrom, text }: ChosenSenseProps) {
  const t = useText()
  const { name, alias, aliasKind, evidence, support } = sense
  return (
    <>
      <p class="why-chosen">{text === '' ? isolated(name) : t('why.chosen', [text, isolated(name)])}</p>
      <ul class="why-evidence">
        <li>{t(`why.alias.${aliasKind}`, [isolated(alias)])}</li>
        {strongest(evidence).map((each) => (
          <li key={`${each.kind} ${seenText(each.seen)}`}>{evidenceText(each, t)}</li>
        ))}
      </ul>
      <p class="why-support">{t('why.support', [formatShare(support, t), formatShare(linkedFrom, t)])}</p>
    </>
  )
}

/** A long page has dozens of reasons; the strongest tell enough. */
const MOST_EVIDENCE = 6

const strongest = (evidence: readonly ExplainedEvidence[]): ExplainedEvidence[] =>
  [...evidence].sort((a, b) => b.weight - a.weight).slice(0, MOST_EVIDENCE)

const evidenceText = ({ kind, seen }: ExplainedEvidence, t: Translate): string =>
  wordsFor(t, `why.evidence.${kind}`, [isolated(seenText(seen))])

const rejectionText = ({ name, reason }: ExplainedRejection, t: Translate): string =>
  t('why.not', [isolated(name), wordsFor(t, `why.rejection.${reason}`)])

function seenText(seen: Seen | undefined): string {
  if (seen === undefined) return ''
  return 'word' in seen ? seen.word : seen.name
}
