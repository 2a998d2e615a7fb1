import type { EntityRef } from '../model/ids.ts'
import { type Mute, type MuteReach, mutedOn, muteScope, withMute, withoutMute } from '../model/mute.ts'
import { changeMutes } from '../storage/change-mutes.ts'
import { mutesStore, privateMutesStore } from '../storage/mutes-store.ts'

/** Where a request about mutes comes from. */
export interface MutePlace {
  /** The address of the page that asks. */
  readonly url: string
  /** A private window: nothing of it is written. */
  readonly isPrivate: boolean
}

/** The entities (`refKey`) that are not to be marked on a page. */
export async function mutedAt({ url, isPrivate }: MutePlace): Promise<ReadonlySet<string>> {
  const kept = await mutesStore.getValue()
  const passing = isPrivate ? await privateMutesStore.getValue() : []
  return mutedOn([...kept, ...passing], url)
}

/**
 * Mutes an entity from a page, or takes that back. False where the address has no host, as that of a
 * file: then only "everywhere" can be said.
 */
export async function setMuted(
  entity: EntityRef,
  reach: MuteReach,
  muted: boolean,
  { url, isPrivate }: MutePlace,
): Promise<boolean> {
  const scope = muteScope(reach, url)
  if (!scope) return false
  const store = isPrivate ? privateMutesStore : mutesStore
  const change = (mutes: readonly Mute[]) =>
    muted
      ? withMute(mutes, { entity, scope, mutedAt: new Date().toISOString() })
      : withoutMute(mutes, entity, scope)
  await changeMutes(store, change)
  return true
}
