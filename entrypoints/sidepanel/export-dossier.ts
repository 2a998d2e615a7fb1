import type { TimelineItem } from '../../src/facts/timeline.ts'
import { askPage } from '../../src/messaging/client.ts'
import { type EntityRef, refKey } from '../../src/model/ids.ts'
import type { Lookup } from '../../src/model/lookup.ts'
import type { OwnNote } from '../../src/model/own-layer.ts'
import type { PageDossier } from '../../src/model/page-dossier.ts'
import type { PageMarks } from '../../src/model/page-marks.ts'
import { languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import type { ExportFormat } from '../../src/ui/panel/export-bar.tsx'
import { tellEntities } from '../../src/ui/panel/load-dossier.ts'
import { loadPageTimeline } from '../../src/ui/timeline/load-page-timeline.ts'
import { asFileName, saveFile } from '../interface/save-file.ts'
import type { ActiveTab } from '../popup/tab.ts'
import { composeDossier } from './compose-dossier.ts'

interface ExportInput {
  readonly format: ExportFormat
  readonly tab: ActiveTab | undefined
  readonly marks: PageMarks | undefined
  readonly notes: readonly OwnNote[]
  readonly lookup: Lookup
  readonly t: Translate
  readonly today: string
}

/** The entities of the page, each once. */
function entitiesOf({ mentions }: PageDossier): EntityRef[] {
  const distinct = new Map<string, EntityRef>()
  for (const { entity } of mentions) if (entity) distinct.set(refKey(entity), entity)
  return [...distinct.values()]
}

/** The page's timeline as the panel draws it. */
async function timelineOf({ marks, lookup, t, today }: ExportInput): Promise<readonly TimelineItem[]> {
  const request = { lookup, entities: marks?.entities ?? [], asOf: marks?.date ?? today, lang: languageOf(t) }
  return (await loadPageTimeline(request)).items
}

/** Byte order mark: without it spreadsheets take UTF-8 for something else. */
const BOM = '\uFEFF'

/** Asks the page for its dossier and saves it; gives the file's name, or null where the page does not answer. */
export async function exportDossier(input: ExportInput): Promise<string | null> {
  const { format, tab, notes, lookup, t, today } = input
  const asked = tab && (await askPage(tab.id, 'tab/dossier', {}))
  if (!asked?.ok || asked.value === null) return null
  const page = asked.value
  const [{ dossierMarkdown }, { dossierCsv }, { dossierAnnotations }] = await Promise.all([
    import('../../src/export/markdown.ts'),
    import('../../src/export/csv.ts'),
    import('../../src/export/annotations.ts'),
  ])
  const refs = entitiesOf(page)
  const told = await tellEntities(lookup, refs, { date: page.date, today, lang: languageOf(t) })
  const timeline = await timelineOf(input)
  const dossier = composeDossier({ page, told, timeline, notes, exportedAt: new Date().toISOString(), t })
  const newId = () => `urn:uuid:${crypto.randomUUID()}`
  const files = {
    markdown: () => ['md', 'text/markdown', dossierMarkdown(dossier)],
    csv: () => ['csv', 'text/csv', BOM + dossierCsv(dossier)],
    annotations: () => ['jsonld', 'application/ld+json', dossierAnnotations(dossier, newId)],
  } as const satisfies Record<ExportFormat, () => readonly [string, string, string]>
  const [extension, type, text] = files[format]()
  const name = `${asFileName(page.title)}.${extension}`
  saveFile(name, type, text)
  return name
}
