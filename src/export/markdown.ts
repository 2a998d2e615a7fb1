import { escapeMarkdown, markdownCitation, markdownSource } from '../facts/citation.ts'
import type { Dossier, DossierEntity, DossierEvent, DossierHint } from './dossier.ts'

/** The dossier as Markdown (CommonMark): what a reader pastes into notes. Texts of others are escaped. */
export function dossierMarkdown(dossier: Dossier): string {
  const { title, url, date, entities, events, hints, headings } = dossier
  const blocks = [
    `# ${line(title) || escapeMarkdown(url)}`,
    `<${address(url)}>`,
    ...(date ? [`${line(headings.dated)}`] : []),
    ...section(headings.hints, hints.map(hintLine)),
    ...entities.flatMap((entity) => entityBlocks(entity, headings.note)),
    ...section(headings.timeline, events.map(eventLine)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function entityBlocks(entity: DossierEntity, noteHeading: string): string[] {
  const { name, kindLabel, description, facts, note } = entity
  const lines = facts.map(({ label, text, period, source }) =>
    markdownCitation({ subject: name, label, fact: { text, source }, dates: period }),
  )
  return [
    `## ${line(name)}`,
    `*${line(kindLabel)}*${description === '' ? '' : ` – ${line(description)}`}`,
    ...(lines.length > 0 ? [lines.map(bullet).join('\n')] : []),
    ...(note === undefined ? [] : [`**${line(noteHeading)}**\n\n${quoted(note)}`]),
  ]
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${line(heading)}`, lines.map(bullet).join('\n')]

const eventLine = ({ when, what, source }: DossierEvent): string =>
  `${line(when)}: ${line(what)} (${markdownSource(source)})`

const hintLine = ({ text, source }: DossierHint): string =>
  source ? `${line(text)} (${markdownSource(source)})` : line(text)

const bullet = (text: string): string => `- ${oneLine(text)}`

/** A note keeps its lines, as a quotation. */
const quoted = (note: string): string =>
  note
    .split(/\r\n?|\n/)
    .map((each) => `> ${escapeMarkdown(each)}`.trimEnd())
    .join('\n')

const line = (text: string): string => escapeMarkdown(oneLine(text))
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const address = (url: string): string => url.replace(/[<>\s\\]/g, (each) => encodeURIComponent(each))
