import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { BundleEntry } from '../../model/bundle-entry.ts'
import type { BundleInfo, Lookup } from '../../model/lookup.ts'
import { formatCount, formatInstant, formatInstantDay } from '../format/instants.ts'
import { isolated } from '../format/safe-text.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Notice } from '../shared/notice.tsx'
import { BundleActions, type BundleActionsProps } from './bundle-actions.tsx'
import { BundleChanges } from './bundle-changes.tsx'
import { BundleState } from './bundle-state.tsx'

interface BundleCardProps extends BundleActionsProps {
  readonly lookup: Lookup
  /** Now as an ISO 8601 instant. */
  readonly now: string
  /** Looks at the bundle that goes on where this one ends. */
  readonly onLookAt: (link: string) => void
  /** It was added just now: the reader wants to see it come. */
  readonly isArriving: boolean
}

/** A bundle: what it is, how fresh it is, what came last, and what can be done with it. */
export function BundleCard(props: BundleCardProps) {
  const t = useText()
  const { entry, lookup, now, onLookAt, isArriving } = props
  const { info, changes, subscription } = entry
  const [section, title] = [useRef<HTMLElement>(null), useRef<HTMLHeadingElement>(null)]
  useLayoutEffect(() => {
    if (!isArriving) return
    title.current?.focus({ preventScroll: true })
    section.current?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }, [isArriving])
  return (
    <section class="bundle-card measured" data-off={!entry.isOn} ref={section}>
      <h2 class="name bundle-name" tabIndex={-1} ref={title}>
        {info ? <ForeignText text={info.title} /> : t('bundle.not_fetched')}
      </h2>
      <p class="soft">{originText(entry, t)}</p>
      <BundleState entry={entry} now={now} />
      {entry.successor !== undefined && <Successor link={entry.successor} onLookAt={onLookAt} />}
      {entry.isSucceeded && !entry.isPackaged && (
        <Notice tone="plain" title={t('bundle.succeeded_title')}>
          <p>{t('bundle.succeeded')}</p>
        </Notice>
      )}
      {info && <BundleFacts info={info} />}
      {subscription && <BundleAddress subscription={subscription} />}
      {changes && info && <BundleChanges bundle={info.bundle} changes={changes} lookup={lookup} />}
      <BundleActions {...props} />
    </section>
  )
}

/** That another bundle goes on, and the way to look at it: nothing of it comes before the reader has agreed. */
function Successor({ link, onLookAt }: { readonly link: string; readonly onLookAt: (link: string) => void }) {
  const t = useText()
  return (
    <Notice tone="plain" title={t('bundle.superseded_title')}>
      <p>{t('bundle.superseded', [isolated(link.replace(/#.*/, ''))])}</p>
      <button type="button" class="button bundle-successor" onClick={() => onLookAt(link)}>
        {t('bundle.superseded_look')}
      </button>
    </Notice>
  )
}

function originText({ info, isOn }: BundleEntry, t: ReturnType<typeof useText>): string {
  if (!isOn) return t('bundle.off')
  if (!info) return t('bundle.waiting')
  return info.origin === 'packaged' ? t('bundle.packaged') : t('bundle.synced')
}

function BundleFacts({ info }: { readonly info: BundleInfo }) {
  const t = useText()
  const count = (value: number) => formatCount(value, t)
  return (
    <dl class="facts">
      <Row label={t('bundle.publisher')}>
        <ForeignText text={info.publisher} />
      </Row>
      <Row label={t('bundle.licence')}>
        <ForeignText text={info.license} />
      </Row>
      <Row label={t('bundle.generation')}>
        {t('bundle.generation_of', [count(info.generation), formatInstantDay(info.created, t)])}
      </Row>
      <Row label={t('bundle.installed')}>{formatInstant(info.installedAt, t)}</Row>
      <Row label={t('bundle.holds')}>
        <Counts counts={info.counts} />
      </Row>
    </dl>
  )
}

/** How much a bundle holds. */
export function Counts({ counts }: { readonly counts: BundleInfo['counts'] }) {
  const t = useText()
  const { entities, aliases, facts, sources } = counts
  return (
    <ul class="counts">
      <li>{t('bundle.entities', entities, [formatCount(entities, t)])}</li>
      <li>{t('bundle.names', aliases, [formatCount(aliases, t)])}</li>
      <li>{t('bundle.facts', facts, [formatCount(facts, t)])}</li>
      <li>{t('bundle.sources', sources, [formatCount(sources, t)])}</li>
    </ul>
  )
}

type Subscription = NonNullable<BundleEntry['subscription']>

/** Where it is fetched from, and by which key it is known. */
function BundleAddress({
  subscription: { base, fingerprint, firstUse },
}: {
  readonly subscription: Subscription
}) {
  const t = useText()
  return (
    <dl class="facts">
      <Row label={t('bundle.address')}>
        <span class="address" dir="ltr">
          {base}
        </span>
      </Row>
      <Row label={t('bundle.fingerprint')}>
        <code class="address" dir="ltr">
          {fingerprint}
        </code>
        <p class="soft">{firstUse ? t('bundle.first_use') : t('bundle.pinned')}</p>
      </Row>
    </dl>
  )
}

/** A line of a bundle's description. */
export function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
