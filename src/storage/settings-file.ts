import * as v from 'valibot'
import { ENTITY_KINDS } from '../model/entity.ts'
import { ID_PATTERN, MAX_ID_LENGTH } from '../model/ids.ts'
import type { Mute } from '../model/mute.ts'
import { MAX_NOTE_LENGTH, MAX_OWN_ALIASES, type OwnLayer } from '../model/own-layer.ts'
import { fail, ok, type Result } from '../model/result.ts'
import {
  CARD_OPENINGS,
  DENSITIES,
  DWELL_RANGE,
  INTERFACE_LANGUAGES,
  MARK_STYLES,
  type Settings,
  UPDATE_HOURS,
} from '../model/settings.ts'
import { isSitePattern } from '../model/site-pattern.ts'

/** The format of a settings file that this version writes and reads. */
const FORMAT = 'backgrounder-settings/1'

/** What a settings file holds. */
export interface SettingsFile {
  readonly settings: Settings
  readonly own: OwnLayer
  readonly mutes: readonly Mute[]
}

/** Why a file was refused; nothing of it is taken over then. `where` names the field, as `settings.dwell`. */
export interface SettingsFileProblem {
  readonly code: 'not-json' | 'other-file' | 'wrong-field'
  readonly where: string
}

/** More bytes than any reader writes; a larger file is another one. */
const MAX_FILE_UNITS = 16_000_000

const hosts = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(260))), v.maxLength(10_000))
const patterns = v.pipe(
  v.array(v.pipe(v.string(), v.check(isSitePattern, 'no site pattern'))),
  v.maxLength(2_000),
)

const id = v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH), v.regex(ID_PATTERN))

const settings = v.strictObject({
  enabled: v.boolean(),
  disabledHosts: hosts,
  enabledHosts: hosts,
  updateHours: v.pipe(v.number(), v.integer(), v.minValue(UPDATE_HOURS.least), v.maxValue(UPDATE_HOURS.most)),
  offPatterns: patterns,
  density: v.picklist(DENSITIES),
  unmarkedKinds: v.array(v.picklist(ENTITY_KINDS)),
  markStyle: v.picklist(MARK_STYLES),
  paintOwnNames: v.boolean(),
  // Files of before there were private bundles have none.
  privateBundles: v.optional(v.pipe(v.array(id), v.maxLength(200)), []),
  cardOpening: v.picklist(CARD_OPENINGS),
  dwell: v.pipe(v.number(), v.integer(), v.minValue(DWELL_RANGE.least), v.maxValue(DWELL_RANGE.most)),
  language: v.picklist(INTERFACE_LANGUAGES),
})

const instant = v.pipe(v.string(), v.isoTimestamp())
const subject = {
  entity: v.strictObject({ bundle: id, entity: id }),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(ENTITY_KINDS),
}
const note = v.strictObject({
  ...subject,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NOTE_LENGTH)),
  writtenAt: instant,
})
const alias = v.strictObject({
  ...subject,
  text: v.pipe(v.string(), v.minLength(2), v.maxLength(200), v.regex(/\p{L}/u)),
  lang: v.pipe(v.string(), v.maxLength(35)),
  addedAt: instant,
})
const mute = v.strictObject({
  entity: subject.entity,
  scope: v.variant('reach', [
    v.strictObject({ reach: v.literal('page'), address: v.pipe(v.string(), v.url(), v.maxLength(4_096)) }),
    v.strictObject({ reach: v.literal('site'), host: v.pipe(v.string(), v.minLength(1), v.maxLength(260)) }),
    v.strictObject({ reach: v.literal('everywhere') }),
  ]),
  mutedAt: instant,
})
const file = v.strictObject({
  format: v.literal(FORMAT),
  settings,
  mutes: v.pipe(v.array(mute), v.maxLength(100_000)),
  own: v.strictObject({
    notes: v.pipe(v.array(note), v.maxLength(100_000)),
    aliases: v.pipe(v.array(alias), v.maxLength(MAX_OWN_ALIASES)),
  }),
})

/** The text of a settings file. */
export const writeSettingsFile = (content: SettingsFile): string =>
  `${JSON.stringify({ format: FORMAT, ...content }, null, 2)}\n`

/** Reads a settings file: all of it, or nothing and the reason. */
export function readSettingsFile(text: string): Result<SettingsFile, SettingsFileProblem> {
  const json = text.length > MAX_FILE_UNITS ? undefined : parsed(text)
  if (json === undefined) return fail({ code: 'not-json', where: '' })
  if ((json as { format?: unknown } | null)?.format !== FORMAT) return fail({ code: 'other-file', where: '' })
  const checked = v.safeParse(file, json, { abortEarly: true })
  if (!checked.success) return fail({ code: 'wrong-field', where: v.getDotPath(checked.issues[0]) ?? '' })
  const { settings: chosen, own, mutes } = checked.output
  // Ids are text with a brand; their shape has just been seen.
  return ok({
    settings: chosen,
    own: own as unknown as OwnLayer,
    mutes: mutes as unknown as readonly Mute[],
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
