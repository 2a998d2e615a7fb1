import * as v from 'valibot'
import { parse, stringify } from 'yaml'
import { ENTITY_KINDS } from '../model/entity.ts'
import { type EntityRef, ID_PATTERN, MAX_ID_LENGTH, refKey } from '../model/ids.ts'
import {
  MAX_NOTE_LENGTH,
  type OwnAlias,
  type OwnLayer,
  type OwnNote,
  type OwnSubject,
} from '../model/own-layer.ts'
import { fail, ok, type Result } from '../model/result.ts'

/** Identifier scheme: the entity (`bundle/entity`) that notes and names of one's own belong to. */
const ORIGIN = 'backgrounder'
const NOTES_SOURCE = 'own-notes'

/** What the bundle says of itself; whoever publishes it puts in a title, a name and an address of their own. */
export interface OwnSourceHeader {
  readonly title: string
  readonly publisher: string
  /** ISO 8601 instant (UTC) without fractions of a second. */
  readonly created: string
}

/** A placeholder: an own layer has no address until somebody publishes it. */
const HOMEPAGE = 'https://backgrounder.example/own-notes'

/**
 * The own layer as the source of a bundle in one file, which `bundle check` accepts and `readOwnSource` gives
 * back: notes are statements of the property `note`, names are aliases.
 */
export function ownSource(
  { notes, aliases }: OwnLayer,
  { title, publisher, created }: OwnSourceHeader,
): string {
  const subjects = [
    ...Map.groupBy<string, OwnNote | OwnAlias>([...notes, ...aliases], ({ entity }) => refKey(entity)),
  ]
  const ids = new Set<string>()
  const entities = subjects.map(([, entries]) => entityOf(entries, ids))
  return stringify(
    {
      format: 'bg-source/1',
      id: 'own-notes',
      title,
      publisher,
      homepage: HOMEPAGE,
      license: 'CC0-1.0',
      langs: [...new Set(['en', ...aliases.map(({ lang }) => lang)])],
      generation: 1,
      created,
      sources: [{ id: NOTES_SOURCE, title, publisher, url: HOMEPAGE }],
      entities,
    },
    { lineWidth: 0 },
  )
}

function entityOf(entries: readonly (OwnNote | OwnAlias)[], ids: Set<string>): object {
  const [{ entity, name, kind }] = entries as readonly [OwnSubject, ...(OwnNote | OwnAlias)[]]
  const names = entries.filter((each): each is OwnAlias => 'addedAt' in each)
  const note = entries.find((each): each is OwnNote => 'writtenAt' in each)
  return {
    id: freeId(entity, ids),
    kind,
    names: { en: name },
    ...(names.length > 0 && {
      aliases: names.map(({ text, lang }) => ({ text, lang, kind: 'full', case: caseRule(text) })),
    }),
    ...(note && {
      statements: [
        {
          property: 'note',
          value: note.text,
          confidence: 'unconfirmed',
          source: NOTES_SOURCE,
          checkedOn: note.writtenAt.slice(0, 10),
        },
      ],
    }),
    identifiers: { [ORIGIN]: refKey(entity) },
  }
}

/** In capitals a name is taken as written, as the index does with it. */
const caseRule = (text: string) => (/^[\p{Lu}\p{N}&.-]+$/u.test(text) ? 'exact' : 'folded')

/** Two bundles may use one id; the second gets its bundle's name before it. */
function freeId({ bundle, entity }: EntityRef, taken: Set<string>): string {
  const id = taken.has(entity) ? `${bundle}-${entity}`.slice(0, MAX_ID_LENGTH).replace(/-+$/, '') : entity
  taken.add(id)
  return id
}

const origin = v.pipe(
  v.string(),
  v.check((text) => {
    const [bundle = '', entity = '', ...rest] = text.split('/')
    return rest.length === 0 && ID_PATTERN.test(bundle) && ID_PATTERN.test(entity)
  }, 'no entity'),
)
const name = v.pipe(v.string(), v.minLength(2), v.maxLength(200), v.regex(/\p{L}/u))
const entitySchema = v.object({
  kind: v.picklist(ENTITY_KINDS),
  names: v.pipe(v.record(v.string(), name), v.minEntries(1)),
  aliases: v.optional(v.array(v.object({ text: name, lang: v.pipe(v.string(), v.maxLength(35)) })), []),
  statements: v.optional(
    v.array(
      v.object({
        property: v.string(),
        value: v.optional(v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH))),
        checkedOn: v.optional(v.pipe(v.string(), v.isoDate())),
      }),
    ),
    [],
  ),
  identifiers: v.object({ [ORIGIN]: origin }),
})
const sourceSchema = v.object({ format: v.literal('bg-source/1'), entities: v.array(entitySchema) })

/** Why a file is no own layer. `where` names the field, as `entities.3.kind`; empty where the whole file is meant. */
export interface OwnSourceProblem {
  readonly code: 'not-yaml' | 'other-file' | 'wrong-field'
  readonly where: string
}

/** Reads what `ownSource` wrote, perhaps edited since: all of it, or nothing and the reason. YAML or JSON. */
export function readOwnSource(text: string, readAt: string): Result<OwnLayer, OwnSourceProblem> {
  const yaml = parsed(text)
  if (yaml === undefined) return fail({ code: 'not-yaml', where: '' })
  if ((yaml as { format?: unknown } | null)?.format !== 'bg-source/1')
    return fail({ code: 'other-file', where: '' })
  const checked = v.safeParse(sourceSchema, yaml, { abortEarly: true })
  if (!checked.success) return fail({ code: 'wrong-field', where: v.getDotPath(checked.issues[0]) ?? '' })
  const { entities } = checked.output
  return ok({
    notes: entities.flatMap((entity) => notesOf(entity, readAt)),
    aliases: entities.flatMap((entity) => aliasesOf(entity, readAt)),
  })
}

type ReadEntity = v.InferOutput<typeof entitySchema>

function subjectOf({ kind, names, identifiers }: ReadEntity): OwnSubject {
  const [bundle, entity] = (identifiers[ORIGIN] ?? '').split('/')
  return { entity: { bundle, entity } as EntityRef, name: Object.values(names)[0] ?? '', kind }
}

function notesOf(entity: ReadEntity, readAt: string): OwnNote[] {
  const note = entity.statements.find(({ property }) => property === 'note')
  if (!note?.value?.trim()) return []
  const writtenAt = note.checkedOn === undefined ? readAt : `${note.checkedOn}T00:00:00.000Z`
  return [{ ...subjectOf(entity), text: note.value, writtenAt }]
}

const aliasesOf = (entity: ReadEntity, addedAt: string): OwnAlias[] =>
  entity.aliases.map(({ text, lang }) => ({ ...subjectOf(entity), text, lang, addedAt }))

function parsed(text: string): unknown {
  try {
    // No merge keys, no aliases: a small file must not unfold into a large one.
    return parse(text, { maxAliasCount: 0 })
  } catch {
    return undefined
  }
}
