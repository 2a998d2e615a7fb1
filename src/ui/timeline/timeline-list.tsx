import type { TimelineItem } from '../../facts/timeline.ts'
import { spanOf } from '../../model/partial-date.ts'
import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'
import { ConfidenceMark } from '../shared/confidence-mark.tsx'
import { SourceLink } from '../shared/source-link.tsx'
import { itemWhat, itemWhen } from './item-text.ts'

interface TimelineListProps {
  readonly items: readonly TimelineItem[]
  readonly asOf: string | undefined
}

/** The timeline as a list: the same items in the same order, each with its source, the article's date between them. */
export function TimelineList({ items, asOf }: TimelineListProps) {
  const line = spanOf(asOf)?.last
  const before = line === undefined ? items.length : items.filter(({ first }) => first <= line).length
  return (
    <ol class="timeline-list">
      {items.slice(0, before).map((item, index) => (
        <Row key={index} item={item} index={index} />
      ))}
      {asOf !== undefined && line !== undefined && <ArticleRow asOf={asOf} />}
      {items.slice(before).map((item, index) => (
        <Row key={before + index} item={item} index={before + index} />
      ))}
    </ol>
  )
}

function Row({ item, index }: { readonly item: TimelineItem; readonly index: number }) {
  const t = useText()
  return (
    <li class="timeline-row" data-index={index} tabIndex={-1}>
      <span class="timeline-when">{itemWhen(item, t)}</span>
      <div>
        <bdi>{itemWhat(item, t)}</bdi>
        <ConfidenceMark confidence={item.confidence} />
        <div class="fact-basis">
          <SourceLink source={item.source} />
        </div>
      </div>
    </li>
  )
}

function ArticleRow({ asOf }: { readonly asOf: string }) {
  const t = useText()
  return <li class="timeline-article">{t('timeline.article', [formatDate(asOf, t, 'short')])}</li>
}
