import { findSearchIndex, latestSearchIndex } from '../indexing/stored-search-index.ts'
import { openSearch, type SearchNames } from '../search/open-search.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'

/** An index that nobody has searched for so long is let go, in milliseconds: to read a large one again takes a fifth of a second. */
const IDLE_MS = 60_000

/** An index in memory. */
interface Held {
  /** The generations that it is of; undefined where it is the newest of whatever generations. */
  readonly key: string | undefined
  readonly buffer: ArrayBuffer
  readonly names: SearchNames
}

/**
 * The stored index that is searched, in memory: one at a time, for a million entities have some 70 MB of it. The next is
 * read when the one before has been given back, and what nobody uses is given back as well; the collector comes when it
 * likes.
 */
export class HeldSearch {
  readonly #database: BackgrounderDatabase
  #held: Held | undefined
  #last: Promise<unknown> = Promise.resolve()
  #idle: ReturnType<typeof setTimeout> | undefined

  constructor(database: BackgrounderDatabase) {
    this.#database = database
  }

  /** The index of some generations, to be asked at once; undefined where there is none that is whole and of this version. */
  of(key: string): Promise<SearchNames | undefined> {
    // Who types on while it is read waits for the same.
    return this.#inTurn(async () => {
      if (this.#held?.key === key) return this.#held.names
      return this.#read(await findSearchIndex(this.#database, key), key)
    })
  }

  /** What is held, or the newest that is stored, whatever generations it is of. */
  latest(): Promise<SearchNames | undefined> {
    return this.#inTurn(async () => {
      if (this.#held) return this.#held.names
      return this.#read(await latestSearchIndex(this.#database), undefined)
    })
  }

  #inTurn(run: () => Promise<SearchNames | undefined>): Promise<SearchNames | undefined> {
    const running = this.#last.then(run)
    this.#last = running.catch(() => undefined)
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.#last.then(() => this.#letGo()), IDLE_MS)
    return running
  }

  async #read(blob: Blob | undefined, key: string | undefined): Promise<SearchNames | undefined> {
    if (!blob) return undefined
    this.#letGo()
    const buffer = await blob.arrayBuffer()
    const names = openSearch(buffer)
    if (names) this.#held = { key, buffer, names }
    return names
  }

  #letGo(): void {
    this.#held?.buffer.transfer(0)
    this.#held = undefined
  }
}
