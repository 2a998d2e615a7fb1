import type { Alias, EntityRecord, LocalText } from '../model/entity.ts'
import type { EntityRef } from '../model/ids.ts'
import { inflectedForms } from '../text/inflection/inflected-forms.ts'
import type { IndexedName } from './types.ts'

/** What of a record says under which names it is recognised. */
type NamedRecord = Pick<EntityRecord, 'kind' | 'names' | 'aliases'>

/**
 * The names under which a record is to be recognised: its display names as full names of their languages,
 * then its aliases. Acronyms are exact and all others folded where the alias does not rule otherwise. An
 * alias that repeats a display name says how that name is to be judged, and stands in its place. Each is
 * followed by its inflected forms, which are judged like the name itself. Of names
 * that differ in no respect but their language's spelling of the same tag, the first stays.
 */
export function namesOf(record: NamedRecord, entity: EntityRef): IndexedName[] {
  const names = [
    ...record.names.filter((name) => !isRepeated(name, record.aliases)).map((name) => fullName(name, entity)),
    ...record.aliases.map((alias) => aliasName(alias, entity)),
  ]
  const seen = new Set<string>()
  return names.flatMap((name) => [name, ...formsOf(name, record)]).filter((name) => isNew(seen, keyOf(name)))
}

/** Acronyms have one form for all cases. */
function formsOf(name: IndexedName, { kind, names }: NamedRecord): IndexedName[] {
  if (name.kind === 'acronym') return []
  // "Von der Leyen" begins a sentence.
  const opening =
    name.kind === 'surname' && name.caseRule === 'exact' ? [{ ...name, text: capitalised(name.text) }] : []
  const person = kind === 'person' && { fullName: names.find(({ lang }) => lang === name.lang)?.text }
  const forms = inflectedForms({ ...name, ...(person && { person }) }).map((text) => ({ ...name, text }))
  return [...opening, ...forms]
}

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

const keyOf = (name: IndexedName): string =>
  JSON.stringify([name.text, name.lang.toLowerCase(), name.kind, name.caseRule, name.ambiguous])

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
