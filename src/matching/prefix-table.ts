import { IntList, powerOfTwoFrom } from './int-list.ts'

/** Set in a node below which longer names lie. */
export const MORE_BIT = 1 << 30
const NAME_MASK = MORE_BIT - 1
const EMPTY = 0

/** What the table must know of the names that it holds. */
export interface NameTokens {
  readonly size: number
  /** How many tokens a name has. */
  lengthOf(name: number): number
  /** The hash of one of them, case left out. */
  hashAt(name: number, index: number): number
  /** Whether two names are the same word for word. */
  areEqual(one: number, other: number): boolean
}

/** The hash of a prefix that is one token longer. */
export const extended = (prefix: number, token: number, multiplier: number): number =>
  (Math.imul(prefix, multiplier) + token) | 0

/**
 * A trie of names over their tokens, as a hash table from prefixes to nodes. A name alone below a prefix
 * ends there as a leaf, however long it is; the scan compares it with the text. Prefixes of one token
 * belong to names of one token only: longer names are entered by their first two.
 *
 * Prefixes are known by their 32-bit hashes. Two that share one share their node, and names that then
 * meet at their ends get nodes of their own under the same hash: a look-up must look at each.
 */
export class PrefixTable {
  /** The hash of each node's prefix. */
  keys: Int32Array
  /** What each node holds: `MORE_BIT`, and the number of a name plus one where one is there; 0 for no node. */
  nodes: Int32Array
  /** How many tokens each node's prefix has: prefixes of different length may share a hash, but no node. */
  private depths: Uint16Array
  size = 0
  /** The hashes of the first two tokens of names. */
  readonly pairs = new IntList()
  /** The most tokens that a look-up follows. */
  depth = 0
  private readonly names: NameTokens
  private readonly multiplier: number

  constructor(names: NameTokens, multiplier: number) {
    // Rarely more nodes than names, and at most half the slots are taken.
    const slots = powerOfTwoFrom(Math.max(2 * names.size, 1 << 12))
    this.keys = new Int32Array(slots)
    this.nodes = new Int32Array(slots)
    this.depths = new Uint16Array(slots)
    this.names = names
    this.multiplier = multiplier
  }

  /** Takes in a name; gives an equal one that is already there, or -1. */
  insert(name: number): number {
    const { names } = this
    if (names.lengthOf(name) === 1) return this.insertFrom(name, 1, names.hashAt(name, 0))
    return this.insertFrom(name, 2, extended(names.hashAt(name, 0), names.hashAt(name, 1), this.multiplier))
  }

  private insertFrom(name: number, depth: number, key: number): number {
    const length = this.names.lengthOf(name)
    let at = depth
    let prefix = key
    while (at < length) {
      const slot = this.slotToPass(name, at, prefix)
      if (slot < 0) return -1
      prefix = extended(prefix, this.names.hashAt(name, at++), this.multiplier)
    }
    return this.end(name, at, prefix)
  }

  /** The slot through which a longer name goes on, or -1 if it ended there as a leaf. */
  private slotToPass(name: number, depth: number, key: number): number {
    let first = -1
    for (let slot = this.home(key); this.nodes[slot] !== EMPTY; slot = this.after(slot)) {
      if (!this.isAt(slot, key, depth)) continue
      if ((this.nodes[slot] as number) & MORE_BIT) return slot
      if (first < 0 || this.reachesBeyond(slot, depth)) first = slot
    }
    if (first < 0) this.place(name + 1, key, depth)
    else this.open(first, depth)
    return first
  }

  private reachesBeyond(slot: number, depth: number): boolean {
    return this.names.lengthOf(((this.nodes[slot] as number) & NAME_MASK) - 1) > depth
  }

  /** Makes a leaf an inner node; its name, where it is longer, moves down. */
  private open(slot: number, depth: number): void {
    const name = ((this.nodes[slot] as number) & NAME_MASK) - 1
    const moves = this.reachesBeyond(slot, depth)
    const key = this.keys[slot] as number
    this.nodes[slot] = moves ? MORE_BIT : MORE_BIT | (name + 1)
    if (moves)
      this.insertFrom(name, depth + 1, extended(key, this.names.hashAt(name, depth), this.multiplier))
  }

  /** Ends a name at its last token; gives an equal one that ends there, or -1. */
  private end(name: number, depth: number, key: number): number {
    let free = -1
    for (let slot = this.home(key); this.nodes[slot] !== EMPTY; slot = this.after(slot)) {
      if (!this.isAt(slot, key, depth)) continue
      const other = ((this.nodes[slot] as number) & NAME_MASK) - 1
      if (other < 0 || this.reachesBeyond(slot, depth)) free = slot
      else if (this.names.areEqual(name, other)) return other
    }
    if (free < 0) this.place(name + 1, key, depth)
    else this.endAt(name, free, depth)
    return -1
  }

  private endAt(name: number, slot: number, depth: number): void {
    const key = this.keys[slot] as number
    if (((this.nodes[slot] as number) & NAME_MASK) !== 0) this.open(slot, depth)
    // Moving a name down may have made the table grow.
    for (let at = this.home(key); ; at = this.after(at)) {
      if (!this.isAt(at, key, depth) || this.nodes[at] !== MORE_BIT) continue
      this.nodes[at] = MORE_BIT | (name + 1)
      return
    }
  }

  private place(node: number, key: number, depth: number): void {
    if (depth === 2) this.pairs.push(key)
    this.depth = Math.max(this.depth, depth)
    if (this.size * 2 >= this.nodes.length) this.grow()
    this.put(node, key, depth)
    this.size++
  }

  private put(node: number, key: number, depth: number): void {
    let slot = this.home(key)
    while (this.nodes[slot] !== EMPTY) slot = this.after(slot)
    this.nodes[slot] = node
    this.keys[slot] = key
    this.depths[slot] = depth
  }

  private grow(): void {
    const { keys, nodes, depths } = this
    this.keys = new Int32Array(keys.length * 2)
    this.nodes = new Int32Array(nodes.length * 2)
    this.depths = new Uint16Array(depths.length * 2)
    for (let slot = 0; slot < nodes.length; slot++)
      if (nodes[slot] !== EMPTY) this.put(nodes[slot] as number, keys[slot] as number, depths[slot] as number)
  }

  private isAt(slot: number, key: number, depth: number): boolean {
    return this.keys[slot] === key && this.depths[slot] === depth
  }

  private home(key: number): number {
    return (key ^ (key >>> 15)) & (this.nodes.length - 1)
  }

  private after(slot: number): number {
    return (slot + 1) & (this.nodes.length - 1)
  }
}
