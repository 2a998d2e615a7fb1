import type { TimelineItem } from '../../facts/timeline.ts'
import { formatDate, formatPeriod } from '../format/dates.ts'
import { isolated, visibleText } from '../format/safe-text.ts'
import { type Translate, termLabel } from '../i18n/translate.ts'

/** When an item of a timeline was, in words. */
export const itemWhen = (item: TimelineItem, t: Translate): string =>
  item.kind === 'point' ? formatDate(item.date, t, 'short') : formatPeriod(item.start, item.end, t, 'short')

/** What an item of a timeline is, in words: an event's title, or whose term or membership it was. */
export function itemWhat(item: TimelineItem, t: Translate): string {
  if (item.kind === 'point')
    return item.property === undefined
      ? visibleText(item.title)
      : t('timeline.term', [termLabel(t, 'property', item.property), isolated(item.title)])
  return t('timeline.term', [item.office ?? termLabel(t, 'property', item.property), isolated(item.text)])
}

/** Both in one line, for a name or a caption. */
export const itemLine = (item: TimelineItem, t: Translate): string =>
  t('timeline.item', [itemWhen(item, t), `\u2068${itemWhat(item, t)}\u2069`])
