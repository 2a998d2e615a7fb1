import { existenceOf, tellsBeginning } from '../facts/existence.ts'
import { termsOf } from '../facts/holders.ts'
import { textIn } from '../facts/local-text.ts'
import type { EntityRecord, LocalText } from '../model/entity.ts'
import { type BundleId, refKey } from '../model/ids.ts'
import type { FoundEntity } from '../model/lookup.ts'
import { spanOf } from '../model/partial-date.ts'
import { foldKey } from '../text/fold.ts'
import { isSortOfText } from './common-names.ts'
import { nearnessOf } from './nearness.ts'
import { titlesOf } from './titles.ts'
import type { ComingAbout, ContextWord, DatedClaim, EntityView, PositionView, TermView } from './view.ts'
import { PLAIN_CONTEXT, PROPER_CONTEXT } from './weights.ts'

/** The compact view of a record that linking works on. */
export function viewOf({ ref, record }: FoundEntity): EntityView {
  // A name is no evidence for itself.
  const own = new Set([...record.names, ...record.aliases].flatMap(({ text }) => [text, foldKey(text)]))
  return {
    key: refKey(ref),
    ref,
    kind: record.kind,
    name: textIn(record.names),
    names: [...record.names, ...spelledOut(record)],
    fullNames: fullNamesOf(record),
    related: nearnessOf(record, ref.bundle),
    context: record.context.map(contextWord).filter(({ text }) => !own.has(text) && !isSortOfText(text)),
    existence: existenceOf(record).days,
    years: yearsOf(record),
    dates: datesOf(record),
    offices:
      record.kind === 'person'
        ? officesHeld(record, ref.bundle)
        : relatedBy(record, ref.bundle, OFFICE_RELATIONS),
    heads: relatedBy(record, ref.bundle, HEAD_RELATION),
    ...(record.kind === 'position' && { position: positionOf(record, ref.bundle) }),
  }
}

/** Relations of the vocabulary between an organisation and its positions. */
const OFFICE_RELATIONS: ReadonlySet<string> = new Set(['office', 'head'])
const HEAD_RELATION: ReadonlySet<string> = new Set(['head'])
const OF_RELATION: ReadonlySet<string> = new Set(['of'])

function relatedBy(record: EntityRecord, bundle: BundleId, relations: ReadonlySet<string>): string[] {
  return record.relations
    .filter(({ relation }) => relations.has(relation))
    .map(({ entity }) => refKey({ bundle, entity }))
}

/** Full names in the languages in which the display name is a single word ("UNESCO"): short forms come from them. */
function spelledOut({ names, aliases }: EntityRecord): LocalText[] {
  const single = new Set(
    names.filter(({ text }) => !/[\s\p{Script=Han}]/u.test(text)).map(({ lang }) => lang),
  )
  return aliases.filter(({ kind, lang }) => kind === 'full' && single.has(lang))
}

/** The positions that a person has held, each once. */
function officesHeld(record: EntityRecord, bundle: BundleId): string[] {
  const held = record.statements.flatMap(({ property, entity }) =>
    property === 'position-held' && entity !== undefined ? [refKey({ bundle, entity })] : [],
  )
  return [...new Set(held)]
}

function fullNamesOf(record: EntityRecord): string[] {
  const aliases = record.aliases.filter(({ kind }) => kind !== 'acronym' && kind !== 'surname')
  return [...new Set([...record.names, ...aliases].map(({ text }) => foldKey(text)))]
}

/** An acronym is compared letter by letter: its folded key may be a common word ("un", "who"). */
function contextWord(word: string): ContextWord {
  const exact = /^\p{Lu}[\p{Lu}\p{N}.-]*$/u.test(word)
  const proper = /^\p{Lu}/u.test(word)
  return { text: exact ? word : foldKey(word), exact, weight: proper ? PROPER_CONTEXT : PLAIN_CONTEXT }
}

/** The years of its beginning, and those that its display names bear ("... (2011 draft)"). */
function yearsOf(record: EntityRecord): number[] {
  const named = record.names.flatMap(({ text }) => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])
  const begun = record.statements
    .filter(({ property }) => tellsBeginning(property))
    .flatMap(({ start, value }) => /^\d{4}/.exec(start ?? value ?? '')?.[0] ?? [])
  return [...new Set([...named, ...begun].map(Number))]
}

/** How the properties of the vocabulary say that something came about. */
const COMING_ABOUT: Readonly<Partial<Record<string, ComingAbout>>> = {
  date: 'held',
  signed: 'signed',
  'opened-for-signature': 'opened',
  'entered-into-force': 'entered',
  adopted: 'adopted',
  published: 'published',
}

/** Kinds that are dated by how they came about; a person's or a body's dates are many. */
const DATED_KINDS: ReadonlySet<string> = new Set(['event', 'agreement', 'document'])

/** Every date of a record that is dated by how it came about. */
function datesOf(record: EntityRecord): DatedClaim[] {
  if (!DATED_KINDS.has(record.kind)) return []
  const statements = record.statements.flatMap(({ start, source, property, confidence }) =>
    claim(start, source, confidence === 'confirmed' ? COMING_ABOUT[property] : undefined),
  )
  return [...statements, ...record.events.flatMap(({ date, source }) => claim(date, source))]
}

function claim(edtf: string | undefined, source: string, by?: ComingAbout): DatedClaim[] {
  const days = spanOf(edtf)
  if (edtf === undefined || !days) return []
  return [{ days, edtf, source, ...(by && !days.vague && { by }) }]
}

function positionOf(record: EntityRecord, bundle: BundleId): PositionView {
  const dated = termsOf(record)
  const terms = dated.flatMap(({ term: { entity }, days }): TermView[] => {
    if (entity === undefined) return []
    const ref = { bundle, entity }
    return [{ person: refKey(ref), ref, days }]
  })
  const heldByOthers = dated.flatMap(({ term: { entity }, days }) => (entity === undefined ? [days] : []))
  return { of: relatedBy(record, bundle, OF_RELATION), titles: titlesOf(record), terms, heldByOthers }
}
