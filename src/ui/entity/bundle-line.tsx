import type { BundleInfo } from '../../model/lookup.ts'
import { formatInstantDay } from '../format/instants.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'

/** The bundle that the entry comes from, and of when it is. */
export function BundleLine({ bundle }: { readonly bundle: BundleInfo | undefined }) {
  const t = useText()
  if (!bundle) return null
  return (
    <p class="bundle-line">
      <Icon name="bundle" />
      <span>
        {t('entry.bundle', [
          isolated(bundle.title),
          isolated(bundle.publisher),
          formatInstantDay(bundle.created, t),
        ])}
      </span>
    </p>
  )
}
