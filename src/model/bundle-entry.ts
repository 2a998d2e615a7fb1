import type { BundleId, EntityId } from './ids.ts'
import type { BundleInfo } from './lookup.ts'
import type { SyncState } from './sync-state.ts'

/** What the last update of a bundle changed. */
export interface BundleChanges {
  readonly from: number
  readonly to: number
  /** ISO 8601 instant (UTC). */
  readonly at: string
  readonly added: readonly EntityId[]
  readonly changed: readonly EntityId[]
  /** Names, because nothing else is left of them. */
  readonly removed: readonly string[]
}

/** A bundle as the reader arranges it: installed, subscribed to, or both. */
export interface BundleEntry {
  /** Absent until the first update of a subscription has ended well. */
  readonly info?: BundleInfo
  readonly changes?: BundleChanges
  /** The link of the bundle that goes on where this one ends: the publisher has signed it, the reader decides. */
  readonly successor?: string
  /** The bundle that goes on where this one ends is installed. */
  readonly isSucceeded?: true
  readonly isOn: boolean
  /** It came with the extension, and stays when its updates end. */
  readonly isPackaged: boolean
  /** Absent for a bundle that nothing updates. */
  readonly subscription?: {
    readonly link: string
    readonly base: string
    /** As the link has it; what the reader compares with the publisher's. */
    readonly fingerprint: string
    readonly firstUse: boolean
    readonly state: SyncState
  }
}

/** What a reader is shown before a bundle is added. */
export interface BundlePreview {
  /** The link under which it would be added: the fingerprint seen is pinned by it. */
  readonly link: string
  readonly base: string
  readonly fingerprint: string
  /** `link`: the link that the reader gave pins it; `first-use`: the host alone says so. */
  readonly pinnedBy: 'link' | 'first-use'
  readonly bundle: BundleId
  readonly title: string
  readonly publisher: string
  readonly homepage: string
  readonly license: string
  readonly langs: readonly string[]
  readonly generation: number
  readonly created: string
  readonly counts: BundleInfo['counts']
  /** Bytes to fetch, and bytes that it will take on the disk, about. */
  readonly download: number
  readonly onDisk: number
  /** Bytes that the browser still grants; absent where it does not tell. */
  readonly free?: number
  /** Already subscribed to. */
  readonly isKnown: boolean
}
