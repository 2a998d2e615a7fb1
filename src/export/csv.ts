import type { Dossier, DossierEntity } from './dossier.ts'

/** The columns: machine names, the same in every language, so that tools can rely on them. */
const COLUMNS = [
  'page',
  'article_date',
  'bundle',
  'entity',
  'name',
  'kind',
  'mentions',
  'property',
  'label',
  'value',
  'start',
  'end',
  'confidence',
  'publisher',
  'source_title',
  'source_url',
  'source_date',
  'note',
] as const
type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>

/** One row for each fact, and one for an entity without any (RFC 4180, lines end with CRLF). */
export function dossierCsv(dossier: Dossier): string {
  const rows = dossier.entities.flatMap((entity) => rowsOf(dossier, entity))
  const lines = [
    COLUMNS.join(','),
    ...rows.map((row) => COLUMNS.map((name) => cell(row[name] ?? '')).join(',')),
  ]
  return `${lines.join('\r\n')}\r\n`
}

function rowsOf(dossier: Dossier, entity: DossierEntity): Row[] {
  const base: Row = {
    page: dossier.url,
    article_date: dossier.date?.edtf ?? '',
    bundle: entity.entity.bundle,
    entity: entity.entity.entity,
    name: entity.name,
    kind: entity.kind,
    mentions: entity.count,
    note: entity.note ?? '',
  }
  if (entity.facts.length === 0) return [base]
  return entity.facts.map(({ property, label, text, start, end, confidence, source }) => ({
    ...base,
    property,
    label,
    value: text,
    start: start ?? '',
    end: end ?? '',
    confidence,
    publisher: source.publisher,
    source_title: source.title,
    source_url: source.url,
    source_date: source.date ?? '',
  }))
}

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), full-width forms and
 * what a spreadsheet strips before it looks included.
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** A cell; an apostrophe before a would-be formula makes it text, as the spreadsheets themselves do. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
