import type { ComponentChildren } from 'preact'
import type { BundleInfo } from '../../model/lookup.ts'
import { formatCount, formatInstant, formatInstantDay } from '../format/instants.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'

/** What is known of an installed bundle. */
export function BundleCard({ bundle }: { readonly bundle: BundleInfo }) {
  const t = useText()
  const { entities, aliases, facts, sources } = bundle.counts
  const count = (value: number) => formatCount(value, t)
  return (
    <section class="bundle-card measured">
      <h2 class="name bundle-name">
        <ForeignText text={bundle.title} />
      </h2>
      <p class="soft">{bundle.origin === 'packaged' ? t('bundle.packaged') : t('bundle.synced')}</p>
      <dl class="facts">
        <Row label={t('bundle.publisher')}>
          <ForeignText text={bundle.publisher} />
        </Row>
        <Row label={t('bundle.licence')}>
          <ForeignText text={bundle.license} />
        </Row>
        <Row label={t('bundle.generation')}>
          {t('bundle.generation_of', [count(bundle.generation), formatInstantDay(bundle.created, t)])}
        </Row>
        <Row label={t('bundle.installed')}>{formatInstant(bundle.installedAt, t)}</Row>
        <Row label={t('bundle.holds')}>
          <ul class="counts">
            <li>{t('bundle.entities', entities, [count(entities)])}</li>
            <li>{t('bundle.names', aliases, [count(aliases)])}</li>
            <li>{t('bundle.facts', facts, [count(facts)])}</li>
            <li>{t('bundle.sources', sources, [count(sources)])}</li>
          </ul>
        </Row>
      </dl>
    </section>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
