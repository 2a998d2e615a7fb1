import { ByteList, NumberList } from './growing.ts'
import { KEYS_IN_BLOCK } from './search-format.ts'

const encoder = new TextEncoder()

/** A key has fewer: the number of a bundle, a slash and an id of 128 letters at most. */
const MOST_BYTES = 255

/** The keys of entities as they are encoded (search-format.ts): of neighbours in a bundle nearly all is shared. */
export class KeyList {
  length = 0
  readonly bytes = new ByteList()
  /** Where each block begins in `bytes`. */
  readonly blocks = new NumberList()
  private last = new Uint8Array(MOST_BYTES)
  private lastLength = 0
  private next = new Uint8Array(MOST_BYTES)

  /** Takes in the key of the next entity. */
  push(key: string): void {
    const { last, next, bytes } = this
    const { read, written } = encoder.encodeInto(key, next)
    if (read < key.length) throw new RangeError(`a key of ${key.length} characters`)
    if (this.length % KEYS_IN_BLOCK === 0) {
      this.blocks.push(bytes.length)
      this.lastLength = 0
    }
    let shared = 0
    while (shared < written && shared < this.lastLength && next[shared] === last[shared]) shared++
    bytes.push(shared)
    bytes.push(written - shared)
    for (let at = shared; at < written; at++) bytes.push(next[at] as number)
    this.last = next
    this.next = last
    this.lastLength = written
    this.length++
  }
}
