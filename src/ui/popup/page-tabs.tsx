import { useText } from '../i18n/text-context.ts'
import { Icon } from '../shared/icon.tsx'
import { formatRoute, type Route } from './route.ts'

/** The two sights of a page: its names, and their time. */
export function PageTabs({ current }: { readonly current: 'page' | 'timeline' }) {
  const t = useText()
  const tab = (view: 'page' | 'timeline', icon: 'page' | 'timeline', label: string) => {
    const route: Route = { view }
    return (
      <a class="tab" href={formatRoute(route)} aria-current={view === current ? 'page' : undefined}>
        <Icon name={icon} />
        {label}
      </a>
    )
  }
  return (
    <nav class="tabs" aria-label={t('page.title')}>
      {tab('page', 'page', t('page.names'))}
      {tab('timeline', 'timeline', t('entry.timeline'))}
    </nav>
  )
}
