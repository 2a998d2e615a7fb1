import type { Alias, EntityRecord, LocalText } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import { inflectedForms } from '../text/inflection/inflected-forms.ts'
import { isLoud } from '../text/loud-names.ts'
import type { IndexedName } from './types.ts'

/** What of a record says under which names it is recognised. */
type NamedRecord = Pick<EntityRecord, 'kind' | 'names' | 'aliases'>

/**
 * The names under which a record is to be recognised: its display names as full names of their languages,
 * then its aliases. Acronyms are exact and all others folded where the alias does not rule otherwise. An
 * alias that repeats a display name says how that name is to be judged, and stands in its place. Each is
 * followed by its inflected forms, which are judged like the name itself. Common words are no names, whatever a
 * bundle says: the writer refuses to build them, and a publisher may have another writer. Of names
 * that differ in no respect but their language's spelling of the same tag, the first stays.
 */
export function namesOf(record: NamedRecord, entity: EntityRef): IndexedName[] {
  const distinct = new DistinctNames()
  const take = (name: IndexedName) => {
    if (isLoud(name.text, name.caseRule === 'exact')) return
    distinct.add(name)
    for (const form of formsOf(name, record)) distinct.add(form)
  }
  for (const name of record.names) if (!isRepeated(name, record.aliases)) take(fullName(name, entity))
  for (const alias of record.aliases) take(aliasName(alias, entity))
  return distinct.names
}

/** Acronyms have one form for all cases. */
function formsOf(name: IndexedName, { kind, names }: NamedRecord): readonly IndexedName[] {
  if (name.kind === 'acronym') return NONE
  // "Von der Leyen" begins a sentence.
  const opening =
    name.kind === 'surname' && name.caseRule === 'exact' ? [{ ...name, text: capitalised(name.text) }] : []
  const person = kind === 'person' && { fullName: names.find(({ lang }) => lang === name.lang)?.text }
  const forms = inflectedForms({ ...name, ...(person && { person }) })
  return opening.length + forms.length === 0
    ? NONE
    : [...opening, ...forms.map((text) => ({ ...name, text }))]
}

/** Nearly every name has no other form: not even a list is made for it. */
const NONE: readonly IndexedName[] = []

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const isRepeated = (name: LocalText, aliases: readonly Alias[]): boolean =>
  aliases.some((alias) => alias.text === name.text && alias.lang.toLowerCase() === name.lang.toLowerCase())

const fullName = (name: LocalText, entity: EntityRef): IndexedName => ({
  text: name.text,
  lang: name.lang,
  kind: 'full',
  caseRule: 'folded',
  ambiguous: false,
  entity,
})

const aliasName = (alias: Alias, entity: EntityRef): IndexedName => ({
  text: alias.text,
  lang: alias.lang,
  kind: alias.kind,
  caseRule: alias.rules?.case ?? (alias.kind === 'acronym' ? 'exact' : 'folded'),
  ambiguous: alias.rules?.ambiguous ?? false,
  entity,
})

/** Names without those that repeat one before them in all that counts. */
class DistinctNames {
  readonly names: IndexedName[] = []
  /** By their texts: few share one. */
  private readonly byText = new Map<string, IndexedName[]>()

  add(name: IndexedName): void {
    const alike = this.byText.get(name.text)
    if (alike?.some((other) => isSame(name, other))) return
    if (alike) alike.push(name)
    else this.byText.set(name.text, [name])
    this.names.push(name)
  }
}

const isSame = (one: IndexedName, other: IndexedName): boolean =>
  one.kind === other.kind &&
  one.caseRule === other.caseRule &&
  one.ambiguous === other.ambiguous &&
  one.lang.toLowerCase() === other.lang.toLowerCase()
