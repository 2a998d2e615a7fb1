import { type EntityRef, refKey } from './ids.ts'
import type { Mention, Recognition } from './mention.ts'

/** How far a mute reaches; the narrowest first. */
export const MUTE_REACHES = ['page', 'site', 'everywhere'] as const
export type MuteReach = (typeof MUTE_REACHES)[number]

/** Where a mute holds. An address is without query and fragment: what is kept says no more than it must. */
export type MuteScope =
  | { readonly reach: 'page'; readonly address: string }
  | { readonly reach: 'site'; readonly host: string }
  | { readonly reach: 'everywhere' }

/** "Not this": the reader does not want an entity marked; it can still be searched and opened. */
export interface Mute {
  readonly entity: EntityRef
  readonly scope: MuteScope
  /** ISO 8601 instant (UTC) of when the reader said so. */
  readonly mutedAt: string
}

/** The scope of a reach on a page; undefined where the address has no host to name, as that of a file. */
export function muteScope(reach: MuteReach, pageAddress: string): MuteScope | undefined {
  if (reach === 'everywhere') return { reach }
  if (!URL.canParse(pageAddress)) return undefined
  const { origin, pathname, host } = new URL(pageAddress)
  if (host === '') return undefined
  return reach === 'site' ? { reach, host } : { reach, address: origin + pathname }
}

/** Whether two scopes are the same place. */
function isSameScope(a: MuteScope, b: MuteScope): boolean {
  if (a.reach === 'page') return b.reach === 'page' && a.address === b.address
  if (a.reach === 'site') return b.reach === 'site' && a.host === b.host
  return b.reach === 'everywhere'
}

/** The mutes with one more; the same said twice counts once. */
export const withMute = (mutes: readonly Mute[], mute: Mute): Mute[] => [
  ...withoutMute(mutes, mute.entity, mute.scope),
  mute,
]

/** The mutes without that of an entity in a scope. */
export const withoutMute = (mutes: readonly Mute[], entity: EntityRef, scope: MuteScope): Mute[] =>
  mutes.filter((each) => refKey(each.entity) !== refKey(entity) || !isSameScope(each.scope, scope))

/** The mutes that hold on a page. */
export function mutesOn(mutes: readonly Mute[], pageAddress: string): Mute[] {
  const here = MUTE_REACHES.map((reach) => muteScope(reach, pageAddress))
  return mutes.filter(({ scope }) => here.some((each) => each !== undefined && isSameScope(each, scope)))
}

/** The entities (`refKey`) that are muted on a page. */
export const mutedOn = (mutes: readonly Mute[], pageAddress: string): ReadonlySet<string> =>
  new Set(mutesOn(mutes, pageAddress).map(({ entity }) => refKey(entity)))

/**
 * A recognition without the muted entities (`refKey`): their mentions go, and so do their hints; an
 * ambiguous mention keeps its other senses, and goes with the last of them.
 */
export function withoutMuted(recognition: Recognition, muted: ReadonlySet<string>): Recognition {
  if (muted.size === 0) return recognition
  const isHeard = (entity: EntityRef) => !muted.has(refKey(entity))
  const blocks = recognition.blocks.map(({ mentions, hints, ...rest }) => ({
    ...rest,
    mentions: mentions.flatMap((mention) => unmutedMention(mention, isHeard)),
    hints: hints.filter(({ entity }) => isHeard(entity)),
  }))
  return { ...recognition, blocks }
}

function unmutedMention(mention: Mention, isHeard: (entity: EntityRef) => boolean): Mention[] {
  if (mention.entity !== null) return isHeard(mention.entity) ? [mention] : []
  const candidates = mention.candidates?.filter(isHeard) ?? []
  return candidates.length === 0 ? [] : [{ ...mention, candidates }]
}
