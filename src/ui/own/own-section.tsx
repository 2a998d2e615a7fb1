import type { OwnSubject } from '../../model/own-layer.ts'
import { useText } from '../i18n/text-context.ts'
import { Notice } from '../shared/notice.tsx'
import { NameList } from './name-list.tsx'
import { NoteEditor } from './note-editor.tsx'
import { useOwn } from './own-context.ts'

/** What the reader wrote about an entity. Nothing where the own layer is not at hand, as on a card. */
export function OwnSection({ subject }: { readonly subject: OwnSubject }) {
  const t = useText()
  const own = useOwn()
  if (own === null || own.state === 'opening') return null
  return (
    <section class="section measured own" aria-labelledby="own-title">
      <h2 class="section-title" id="own-title">
        {t('own.title')}
      </h2>
      {own.state === 'unavailable' ? (
        <Notice tone="warning">{t('own.unavailable')}</Notice>
      ) : (
        <>
          <NoteEditor own={own} subject={subject} />
          <h3 class="own-subtitle">{t('own.names')}</h3>
          <NameList own={own} subject={subject} />
        </>
      )}
    </section>
  )
}
