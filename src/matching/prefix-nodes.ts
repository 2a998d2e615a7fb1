import type { CollectedNames } from './collected-names.ts'
import { EqualNames } from './equal-names.ts'
import { extended, type Multipliers } from './hashing.ts'
import { free, IntList } from './int-list.ts'

/** Set in a node below which longer names lie. */
export const MORE_BIT = 1 << 30
/** Set in a node of names of one token. */
const SINGLE_BIT = 1 << 31
/** The number of a node's name plus one; 0 where none ends there. */
const NAME_MASK = MORE_BIT - 1

/** From so many names on they are sorted in parts that stay in the caches, and others may run in between. */
const PARTED = 1 << 14
const PARTS_BITS = 8

/** A name below a prefix, and the hashes of its tokens. */
interface TokenName {
  readonly name: number
  readonly tokens: readonly number[]
}

/** Names that agree in the hash of their first tokens, as many as `depth`. */
interface Group {
  readonly key: number
  readonly depth: number
  readonly names: readonly TokenName[]
}

/**
 * A trie of names over their tokens, as nodes under the hashes of prefixes. A name alone below a prefix ends there as a
 * leaf, however long it is; the scan compares it with the text. Prefixes of one token belong to names of one token only:
 * longer names are entered by their first two.
 *
 * The names are sorted by the hashes that they are entered by; those that are alone under theirs, as most are, need no
 * more, and whatever shares a hash is next to each other. A table that is filled name by name would be read at a place
 * elsewhere in the memory for each.
 */
export class PrefixNodes {
  /** For each name the next one that is the same word for word, or 0. */
  readonly nextNames: Int32Array<ArrayBuffer>
  /** The most tokens that a look-up follows. */
  depth = 0
  /** How many nodes are below the first two tokens. */
  pairs = 0
  /** First the names, then the nodes that took their places: a key in the upper half, what lies under it in the lower. */
  private readonly entries: Uint32Array<ArrayBuffer>
  private filled = 0
  private readonly deepKeys = new IntList()
  private readonly deepNodes = new IntList()
  private readonly names: CollectedNames
  private readonly equals: EqualNames
  private readonly path: number

  constructor(names: CollectedNames, by: Multipliers) {
    this.names = names
    this.path = by.path
    this.nextNames = new Int32Array(names.size)
    this.equals = new EqualNames(names, by, this.nextNames)
    let entered = 0
    for (let name = 0; name < names.size; name++) if (names.entryDepth(name) > 0) entered++
    this.entries = new Uint32Array(2 * entered)
  }

  /** Makes the nodes; between its steps others may run. */
  *build(): Generator<undefined> {
    const bits = this.entries.length >>> 1 < PARTED ? 0 : PARTS_BITS
    const ends = this.scatter(bits)
    this.names.entryHashes.free()
    yield
    let start = 0
    for (const end of ends) {
      this.makeNodes(start, end)
      start = end
      yield
    }
  }

  get size(): number {
    return this.filled + this.deepKeys.length
  }

  /** The key of a node, all that lies under it, and whether it is below the first two tokens. */
  keyAt(index: number): number {
    return index < this.filled
      ? (this.entries[2 * index + 1] as number) | 0
      : this.deepKeys.at(index - this.filled)
  }

  nodeAt(index: number): number {
    return index < this.filled
      ? (this.entries[2 * index] as number) & ~SINGLE_BIT
      : this.deepNodes.at(index - this.filled)
  }

  isPair(index: number): boolean {
    return index < this.filled && ((this.entries[2 * index] as number) & SINGLE_BIT) === 0
  }

  free(): void {
    free(this.entries)
    this.deepKeys.free()
    this.deepNodes.free()
  }

  /** Names by the upper bits of their hashes: where each part ends. */
  private scatter(bits: number): Uint32Array {
    const { names, entries } = this
    const partOf = (name: number) => (bits === 0 ? 0 : names.entryHashes.at(name) >>> (32 - bits))
    const next = new Uint32Array((1 << bits) + 1)
    for (let name = 0; name < names.size; name++)
      if (names.entryDepth(name) > 0) next[partOf(name) + 1] = (next[partOf(name) + 1] as number) + 1
    for (let part = 1; part < next.length; part++)
      next[part] = (next[part] as number) + (next[part - 1] as number)
    for (let name = 0; name < names.size; name++) {
      const depth = names.entryDepth(name)
      if (depth === 0) continue
      const part = partOf(name)
      const at = next[part] as number
      next[part] = at + 1
      entries[2 * at] = depth === 1 ? name | SINGLE_BIT : name
      entries[2 * at + 1] = names.entryHashes.at(name)
    }
    return next.subarray(0, -1)
  }

  /** Sorts a part and makes nodes of it, which are never more than its names. */
  private makeNodes(start: number, end: number): void {
    const { entries } = this
    new BigUint64Array(entries.buffer, 8 * start, end - start).sort()
    for (let at = start; at < end; ) {
      const key = entries[2 * at + 1] as number
      const single = (entries[2 * at] as number) & SINGLE_BIT
      let last = at + 1
      while (
        last < end &&
        entries[2 * last + 1] === key &&
        ((entries[2 * last] as number) & SINGLE_BIT) === single
      )
        last++
      if (last - at === 1) this.put(key, ((entries[2 * at] as number) & NAME_MASK) + 1, single === 0 ? 2 : 1)
      else this.makeGroup(at, last, key | 0, single === 0 ? 2 : 1)
      at = last
    }
  }

  private makeGroup(start: number, end: number, key: number, depth: number): void {
    const names: number[] = []
    for (let at = start; at < end; at++) names.push((this.entries[2 * at] as number) & NAME_MASK)
    const [first] = names as [number]
    if (names.every((name) => this.names.haveSamePieces(first, name))) {
      this.equals.chain(names)
      this.put(key, first + 1, depth)
    } else this.makeTree({ key, depth, names: names.map((name) => this.withTokens(name)) })
  }

  private withTokens(name: number): TokenName {
    return { name, tokens: this.names.tokensOf(name) }
  }

  private makeTree(root: Group): void {
    // Not by calls of itself: two names may share thousands of tokens.
    for (const groups = [root]; groups.length > 0; ) groups.push(...this.makeNode(groups.pop() as Group))
  }

  /** Makes the nodes of a group; gives the groups below. */
  private makeNode({ key, depth, names }: Group): Group[] {
    const [alone] = names as [TokenName]
    if (names.length === 1) {
      this.put(key, alone.name + 1, depth)
      return []
    }
    const longer = names.filter(({ tokens }) => tokens.length > depth)
    const ending = names.filter(({ tokens }) => tokens.length === depth).map(({ name }) => name)
    const firsts = this.equals.firstsOf(ending)
    if (longer.length > 0) this.put(key, MORE_BIT | ((firsts.shift() ?? -1) + 1), depth)
    for (const first of firsts) this.put(key, first + 1, depth)
    return longer.length === 0 ? [] : this.groupsBelow(key, depth, longer)
  }

  private groupsBelow(key: number, depth: number, names: readonly TokenName[]): Group[] {
    const groups = new Map<number, TokenName[]>()
    for (const each of names) {
      const token = each.tokens[depth] as number
      const group = groups.get(token)
      if (group) group.push(each)
      else groups.set(token, [each])
    }
    return [...groups].map(([token, below]) => ({
      key: extended(key, token, this.path),
      depth: depth + 1,
      names: below,
    }))
  }

  private put(key: number, node: number, depth: number): void {
    this.depth = Math.max(this.depth, depth)
    if (depth > 2) {
      this.deepKeys.push(key)
      this.deepNodes.push(node)
      return
    }
    if (depth === 2) this.pairs++
    this.entries[2 * this.filled] = depth === 1 ? node | SINGLE_BIT : node
    this.entries[2 * this.filled + 1] = key
    this.filled++
  }
}
