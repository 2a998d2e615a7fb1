import type { FactView, SourceView } from '../model/card.ts'

/** A fact in the reader's words: the labels come from the message catalogue, the dates from the interface. */
export interface CitedFact {
  /** The entity that the fact is about. */
  readonly subject: string
  /** The property as the reader reads it. */
  readonly label: string
  readonly fact: Pick<FactView, 'text' | 'source'>
  /** The fact's dates as the reader reads them. */
  readonly dates?: string
}

/** One line of plain text: the fact, and where it can be read. */
export function plainCitation(cited: CitedFact): string {
  const { title, publisher, url, date } = cited.fact.source
  const when = date === undefined ? '' : `, ${date}`
  return `${statementLine(cited)} ${publisher}, “${title}”${when}, ${url}`
}

/** The same as Markdown, the source's title being the link. */
export function markdownCitation(cited: CitedFact): string {
  return `${escapeMarkdown(statementLine(cited))} (${markdownSource(cited.fact.source)})`
}

function statementLine({ subject, label, fact, dates }: CitedFact): string {
  const when = dates === undefined || dates === '' ? '' : ` (${dates})`
  return `${subject}: ${label}: ${fact.text}${when}.`
}

/** Publisher, linked title and date of a source, as Markdown. */
export function markdownSource({ title, publisher, url, date }: SourceView): string {
  const when = date === undefined ? '' : `, ${date}`
  return `${escapeMarkdown(publisher)}, [${escapeMarkdown(title)}](<${escapeAddress(url)}>)${when}`
}

/** The text with the characters escaped that would make formatting, a link or markup of it. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')

/** Within `<...>` an address may hold anything but these. */
const escapeAddress = (url: string): string =>
  url.replace(/[<>\s\\]/g, (character) => encodeURIComponent(character))
