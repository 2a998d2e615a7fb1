import { type EntityRef, refKey } from '../model/ids.ts'
import type { PageEntity } from '../model/page-marks.ts'
import { compareBlocks } from './document-order.ts'
import { countEntities } from './entity-counts.ts'
import { insertInOrder } from './insert-in-order.ts'
import { type Mark, type MarkedBlock, markedBlock } from './marked-block.ts'
import { flatParent } from './nodes.ts'
import { type PageBlock, startOf } from './page-block.ts'
import { withYears } from './paragraph-years.ts'

/** The marks of a page, by the blocks that they stand in. */
export interface Marks {
  /**
   * Marks what was recognised in a block; gives how many marks that makes. `follows`: it stands behind the last block
   * that was put and had marks.
   */
  readonly put: (block: PageBlock, follows?: boolean) => number
  /** Forgets blocks; gives the marks that they had, as far as anybody knows them. */
  readonly drop: (blocks: readonly PageBlock[]) => readonly Mark[]
  /** Forgets the blocks whose text begins in a node that is to be let go of; gives their marks as `drop` does. */
  readonly sweep: (isGone: (node: Node) => boolean) => readonly Mark[]
  /** Forgets everything. */
  readonly clear: () => void
  /** The marks of a Text node that contain or touch a UTF-16 offset (at most two: neighbours share an edge). */
  readonly near: (node: Text, offset: number) => readonly Mark[]
  /** The blocks with marks, in document order. More may be added to the end of this very list. */
  readonly blocks: () => readonly MarkedBlock[]
  /** In document order. */
  readonly all: () => readonly Mark[]
  /** The marks of one entity, in document order. */
  readonly of: (entity: EntityRef) => readonly Mark[]
  /** The entities with the number of their marks, in the order of the first one. Ambiguous mentions belong to none. */
  readonly entities: () => readonly PageEntity[]
  readonly count: () => number
  /** Whether a mark still stands. */
  readonly has: (mark: Mark) => boolean
  /** A number that grows with every change. */
  readonly version: () => number
}

/** No marks yet. */
export function createMarks(): Marks {
  const byBlock = new Map<PageBlock, MarkedBlock>()
  const byContainer = new Map<Node, readonly MarkedBlock[]>()
  let sorted: MarkedBlock[] = []
  let latest: MarkedBlock | undefined
  let hasGaps = false
  let isLent = false
  let count = 0
  let version = 0

  const closeGaps = (): void => {
    if (hasGaps) sorted = sorted.filter(({ block }) => byBlock.has(block))
    hasGaps = false
  }
  const blocks = (): readonly MarkedBlock[] => {
    closeGaps()
    isLent = true
    return sorted
  }

  /** Somebody may be going through the list: only its end may change under them. */
  const insertAmong = (marked: MarkedBlock): void => {
    if (isLent) sorted = [...sorted]
    isLent = false
    insertInOrder(sorted, [marked], (a, b) => compareBlocks(a.block, b.block))
  }

  /** Each block finds its place when it comes, in the slice that it came in. */
  const insert = (marked: MarkedBlock, follows: boolean): void => {
    closeGaps()
    // Comparing two nodes is the dearest step of a first reading, whose blocks come one after the other anyway.
    if (follows && sorted.at(-1) === latest) sorted.push(marked)
    else insertAmong(marked)
    latest = marked
  }

  const put: Marks['put'] = (block, follows = false) => {
    const marked = markedBlock(block, block.recognised)
    if (marked === null) return 0
    insert(marked, follows)
    byBlock.set(block, marked)
    const others = byContainer.get(block.container)
    byContainer.set(block.container, others === undefined ? [marked] : [...others, marked])
    count += marked.count
    version++
    return marked.count
  }

  const dropOne = (block: PageBlock): readonly Mark[] => {
    const marked = byBlock.get(block)
    if (marked === undefined) return NONE
    byBlock.delete(block)
    const others = byContainer.get(block.container)?.filter((each) => each !== marked) ?? []
    if (others.length === 0) byContainer.delete(block.container)
    else byContainer.set(block.container, others)
    hasGaps = true
    count -= marked.count
    version++
    return marked.made
  }
  const drop: Marks['drop'] = (gone) => gone.flatMap(dropOne)

  const clear = (): void => {
    if (count > 0) version++
    byBlock.clear()
    byContainer.clear()
    sorted = []
    count = 0
  }

  /** The blocks of the nearest container that has marks: a node belongs to no other. */
  const around = (node: Text): readonly MarkedBlock[] => {
    let each: Node | null = node
    while (each !== null && !byContainer.has(each)) each = flatParent(each)
    return (each && byContainer.get(each)) ?? []
  }

  const all = (): readonly Mark[] => blocks().flatMap(({ marks }) => marks)

  return {
    put,
    drop,
    sweep: (isGone) => drop([...byBlock.keys()].filter((block) => isGone(startOf(block)))),
    clear,
    blocks,
    all,
    near: (node, offset) => around(node).flatMap((marked) => marked.near(node, offset)),
    of: (entity) =>
      all().filter(({ sense }) => sense.entity !== null && refKey(sense.entity) === refKey(entity)),
    entities: () => withYears(countEntities(blocks()), blocks()),
    has: ({ block }) => byBlock.has(block),
    count: () => count,
    version: () => version,
  }
}

const NONE: readonly Mark[] = []
