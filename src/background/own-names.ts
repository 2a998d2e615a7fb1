import type { IndexedName } from '../matching/types.ts'
import { refKey } from '../model/ids.ts'
import type { Lookup } from '../model/lookup.ts'
import type { Mention, Recognition } from '../model/mention.ts'
import type { OwnAlias } from '../model/own-layer.ts'
import { foldKey } from '../text/fold.ts'

/** The reader's own names of one set of bundles, ready for the index. */
export interface OwnNames {
  readonly names: readonly IndexedName[]
  /** Names the set: an index that was built with another is of no use. Empty where there are none. */
  readonly key: string
  /** Whether an entity (`refKey`) is so called by the reader and by no bundle. */
  readonly isOwn: (entity: string, surface: string) => boolean
}

const NO_OWN_NAMES: OwnNames = { names: [], key: '', isOwn: () => false }

/** The names whose entity is installed and is not so called by its bundle already. */
export async function ownNamesOf(aliases: readonly OwnAlias[], lookup: Lookup): Promise<OwnNames> {
  if (aliases.length === 0) return NO_OWN_NAMES
  const found = await lookup.entities(aliases.map(({ entity }) => entity))
  const known = new Map(
    found.map(({ ref, record }) => [
      refKey(ref),
      new Set([...record.names, ...record.aliases].map(({ text }) => foldKey(text))),
    ]),
  )
  const isNew = ({ entity, text }: OwnAlias) => known.get(refKey(entity))?.has(foldKey(text)) === false
  const own = aliases.filter(isNew)
  const keys = new Set(own.map(({ entity, text }) => `${refKey(entity)} ${foldKey(text)}`))
  return {
    names: own.map(indexedName),
    key: await digest(JSON.stringify(own.map(({ entity, text, lang }) => [entity, text, lang]))),
    isOwn: (entity, surface) => keys.has(`${entity} ${foldKey(surface)}`),
  }
}

/** What the reader says is a name is one: it needs no evidence from the page. In capitals it is exact, as an acronym. */
const indexedName = ({ text, lang, entity }: OwnAlias): IndexedName => ({
  text,
  lang,
  kind: 'full',
  caseRule: IN_CAPITALS.test(text) ? 'exact' : 'folded',
  ambiguous: false,
  entity,
})

const IN_CAPITALS = /^[\p{Lu}\p{N}&.-]+$/u

/** The recognition with the mentions by the reader's own names flagged. */
export function withOwnFlagged(recognition: Recognition, { names, isOwn }: OwnNames): Recognition {
  if (names.length === 0) return recognition
  const flagged = (mention: Mention): Mention =>
    mention.entity && isOwn(refKey(mention.entity), mention.surface) ? { ...mention, own: true } : mention
  const blocks = recognition.blocks.map((block) => ({ ...block, mentions: block.mentions.map(flagged) }))
  return { ...recognition, blocks }
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
