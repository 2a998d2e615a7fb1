import { pause } from '../bundle/pause.ts'
import { IndexBuilder } from '../matching/build-index.ts'
import { namesOf } from '../matching/names-of-record.ts'
import { SearchIndexBuilder } from '../search/build-search-index.ts'
import { blobOfPieces } from '../storage/blob-of-pieces.ts'
import type { NamedEntity } from '../storage/named-entity.ts'
import type { WantedIndexes } from './index-request.ts'

/** The wanted indexes while they grow; entities of the bundle that comes first are given first. */
export class GrowingIndexes {
  readonly #wanted: WantedIndexes
  readonly #expected: number
  #names: IndexBuilder | undefined
  #search: SearchIndexBuilder | undefined

  /** `expected`: how many names there are at least. */
  constructor(wanted: WantedIndexes, expected: number) {
    this.#wanted = wanted
    this.#expected = expected
    this.restart()
  }

  /** What was read is of no use: it has changed meanwhile. */
  restart(): void {
    this.#names = this.#wanted.names && new IndexBuilder({ expected: this.#expected })
    this.#search = this.#wanted.search ? new SearchIndexBuilder() : undefined
  }

  add(entities: readonly NamedEntity[]): void {
    for (const entity of entities) {
      if (this.#names) for (const name of namesOf(entity.record, entity.ref)) this.#names.add(name)
      this.#search?.add(entity)
    }
  }

  /** The index of names, with the reader's own; undefined where it is not wanted. To be asked once, after the last entity. */
  async names(): Promise<ArrayBuffer | undefined> {
    const builder = this.#names
    this.#names = undefined
    for (const name of this.#wanted.names?.own ?? []) builder?.add(name)
    const finishing = builder?.finishing()
    for (let step = finishing?.next(); step; step = finishing?.next()) {
      if (step.done) return step.value
      await pause()
    }
    return undefined
  }

  /** That of the search; undefined where it is not wanted. To be asked once, after the last entity. */
  async search(): Promise<Blob | undefined> {
    const builder = this.#search
    this.#search = undefined
    return builder && blobOfPieces(builder.finish(), pause)
  }
}
