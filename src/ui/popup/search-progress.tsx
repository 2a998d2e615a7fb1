import type { BuildProgress } from '../../model/preparation.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'

interface SearchProgressProps {
  readonly progress: BuildProgress
  /** Something was found by the names of before. */
  readonly hasHits: boolean
}

/** How far the search is from being ready for what is installed. */
export function SearchProgress({ progress: { index, done, total }, hasHits }: SearchProgressProps) {
  const t = useText()
  const share = new Intl.NumberFormat(languageOf(t), { style: 'percent' }).format(done / Math.max(total, 1))
  const text = t(index === 'names' ? 'search.preparing_names' : 'search.preparing', [share])
  return (
    <div class="search-progress">
      <progress class="progress" aria-label={text} value={done} max={Math.max(total, 1)} />
      <p class="soft">{text}</p>
      <p class="soft" role="status">
        {t(hasHits ? 'search.found_before' : 'search.found_by_itself')}
      </p>
    </div>
  )
}
