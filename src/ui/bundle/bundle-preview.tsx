import { useLayoutEffect, useRef } from 'preact/hooks'
import type { BundlePreview as Preview } from '../../model/bundle-entry.ts'
import { formatBytes, formatCount, formatInstantDay } from '../format/instants.ts'
import { languageNames } from '../format/languages.ts'
import { safeAddress } from '../format/safe-link.ts'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Notice } from '../shared/notice.tsx'
import { Counts, Row } from './bundle-card.tsx'

interface BundlePreviewProps {
  readonly preview: Preview
  readonly isAdding: boolean
  readonly onConfirm: () => void
  readonly onBack: () => void
}

/** What a bundle is, before anything of it is installed: who publishes it, under which key, how large it is. */
export function BundlePreview({ preview, isAdding, onConfirm, onBack }: BundlePreviewProps) {
  const t = useText()
  const [section, title] = [useRef<HTMLElement>(null), useRef<HTMLHeadingElement>(null)]
  // From its beginning: the browser alone would show no more of it than the line that has the focus
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true })
    section.current?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }, [])
  const isShort = preview.free !== undefined && preview.free < preview.onDisk
  return (
    <section class="bundle-card bundle-preview measured" ref={section}>
      <h2 class="name bundle-name" tabIndex={-1} ref={title}>
        <ForeignText text={preview.title} />
      </h2>
      <p class="soft">{t('preview.lead')}</p>
      <PreviewFacts preview={preview} />
      {preview.pinnedBy === 'first-use' && (
        <Notice tone="warning" title={t('preview.first_use_title')}>
          {t('preview.first_use')}
        </Notice>
      )}
      {preview.isKnown && <Notice tone="plain">{t('preview.known')}</Notice>}
      {isShort && <Notice tone="danger">{t('preview.short', [formatBytes(preview.free ?? 0, t)])}</Notice>}
      <div class="bundle-actions">
        <button
          type="button"
          class="button button-main"
          aria-disabled={isAdding || isShort}
          onClick={() => !isAdding && !isShort && onConfirm()}
        >
          {isAdding ? t('preview.adding') : t('preview.add')}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {t('preview.back')}
        </button>
      </div>
    </section>
  )
}

function PreviewFacts({ preview }: { readonly preview: Preview }) {
  const t = useText()
  const { homepage, generation, created, counts } = preview
  const href = safeAddress(homepage)
  return (
    <dl class="facts">
      <Row label={t('bundle.publisher')}>
        <ForeignText text={preview.publisher} />
      </Row>
      {href !== null && (
        <Row label={t('preview.homepage')}>
          <a class="address" dir="ltr" href={href} target="_blank" rel="noopener noreferrer">
            {href}
          </a>
        </Row>
      )}
      <Row label={t('bundle.address')}>
        <span class="address" dir="ltr">
          {preview.base}
        </span>
      </Row>
      <Row label={t('bundle.fingerprint')}>
        <code class="address" dir="ltr">
          {preview.fingerprint}
        </code>
        {preview.pinnedBy === 'link' && <p class="soft">{t('bundle.pinned')}</p>}
      </Row>
      <Row label={t('bundle.licence')}>
        <ForeignText text={preview.license} />
      </Row>
      <Row label={t('preview.languages')}>{languageNames(preview.langs, t)}</Row>
      <Row label={t('bundle.generation')}>
        {t('bundle.generation_of', [formatCount(generation, t), formatInstantDay(created, t)])}
      </Row>
      <Row label={t('bundle.holds')}>
        <Counts counts={counts} />
      </Row>
      <Row label={t('preview.size')}>
        {t('preview.size_of', [formatBytes(preview.download, t), formatBytes(preview.onDisk, t)])}
      </Row>
    </dl>
  )
}
