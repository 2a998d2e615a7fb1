import type { IndexedName } from '../matching/types.ts'
import type { BundleId } from '../model/ids.ts'

/** Which indexes are to be made of what is installed. */
export interface WantedIndexes {
  /** That of names, with those that the reader gave and the key that names them (`OwnNames`). */
  readonly names?: { readonly own: readonly IndexedName[]; readonly ownKey: string }
  /** That of the search. */
  readonly search: boolean
}

/** A generation that is on its way in, and will be shown. */
export interface UpcomingGeneration {
  readonly bundle: BundleId
  readonly generation: number
  /** The digest of its records, in hexadecimal. */
  readonly content: string
  /** How many names it has at least. */
  readonly names: number
}

/** What the background asks of the thread that makes indexes. */
export type IndexRequest =
  /** Make indexes of what is shown, and keep them. */
  | { readonly type: 'make'; readonly wanted: WantedIndexes }
  /** Make them of what is shown once a generation is, whose lines are given as they come. */
  | { readonly type: 'follow'; readonly wanted: WantedIndexes; readonly upcoming: UpcomingGeneration }
  /** The next whole lines: their records have been verified, and their bytes are given away. */
  | { readonly type: 'lines'; readonly blocks: readonly Uint8Array<ArrayBuffer>[] }
  /** All lines were given. */
  | { readonly type: 'complete' }
  /** The generation is shown: the indexes may take the place of those before. */
  | { readonly type: 'shown' }

/** What the thread tells of its work. */
export type IndexReport =
  /** It has been started, and hears. */
  | { readonly type: 'ready' }
  /** So many entities more were read. */
  | { readonly type: 'read'; readonly entities: number }
  /** Everything is read anew, because it has changed meanwhile. */
  | { readonly type: 'restart' }
  /** The lines that were given first of those not yet told of are in. */
  | { readonly type: 'taken' }
  /** The index of names of some generations (`generationsKey`), before that of the search is done. */
  | { readonly type: 'names'; readonly key: string; readonly buffer: ArrayBuffer }
  /** All that was wanted is kept. */
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly detail: string }
