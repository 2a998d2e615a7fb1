import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { EntityRef } from '../../model/ids.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { PageDossier } from '../../model/page-dossier.ts'
import type { PageMarks } from '../../model/page-marks.ts'
import { formatDate } from '../format/dates.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { useOwn } from '../own/own-context.ts'
import { mentionCount } from '../popup/page-entities.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { PageTimeline } from '../timeline/page-timeline.tsx'
import { EntityList } from './entity-list.tsx'
import { ExportBar, type ExportFormat } from './export-bar.tsx'
import { HintList } from './hint-list.tsx'
import { NoteList } from './note-list.tsx'
import { useTold } from './use-told.ts'

export interface DossierViewProps {
  readonly marks: PageMarks
  /** What the page tells beyond its marks; null until it has. */
  readonly dossier: PageDossier | null
  readonly lookup: Lookup
  readonly today: string
  readonly onJump: (entity: EntityRef, index: number) => void
  /** Saves the dossier; gives the name of the file, or null where it could not be made. */
  readonly onExport: (format: ExportFormat) => Promise<string | null>
}

/** All that is known of a page: its names, dates to check, time, the reader's notes; and the ways to take it along. */
export function DossierView({ marks, dossier, lookup, today, onJump, onExport }: DossierViewProps) {
  const t = useText()
  const own = useOwn()
  const told = useTold({ lookup, marks, today, lang: languageOf(t) })
  return (
    <div class="dossier">
      <Head marks={marks} title={dossier?.title ?? ''} />
      {dossier !== null && dossier.hints.length > 0 && (
        <Part title={t('panel.hints')} kind="hints">
          <HintList hints={dossier.hints} told={told} />
        </Part>
      )}
      <Part title={t('panel.names')} kind="names">
        <EntityList marks={marks} told={told} onJump={onJump} />
      </Part>
      <Part title={t('entry.timeline')} kind="timeline">
        <PageTimeline lookup={lookup} entities={marks.entities} date={marks.date} today={today} />
      </Part>
      {own?.state === 'ready' && (
        <Part title={t('own.page_notes')} kind="notes">
          <NoteList marks={marks} own={own} />
        </Part>
      )}
      <Part title={t('panel.export')} kind="export">
        <ExportBar onExport={onExport} />
      </Part>
    </div>
  )
}

function Head({ marks, title }: { readonly marks: PageMarks; readonly title: string }) {
  const t = useText()
  const date =
    marks.date === undefined ? t('page.no_date') : t('page.dated', [formatDate(marks.date, t, 'long')])
  return (
    <header class="dossier-head">
      {title !== '' && (
        <p class="name dossier-title">
          <ForeignText text={title} />
        </p>
      )}
      <p class="page-line">
        <span>{date}</span>
        <span>{t('page.mentions', mentionCount(marks.entities))}</span>
      </p>
    </header>
  )
}

interface PartProps {
  readonly title: string
  readonly kind: string
  readonly children: ComponentChildren
}

function Part({ title, kind, children }: PartProps) {
  const id = useId()
  return (
    <section class="dossier-part measured" data-part={kind} aria-labelledby={id}>
      <h2 class="section-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
