import type { EntityRef } from '../model/ids.ts'
import type { Hint, Mention } from '../model/mention.ts'
import type { PageEntity } from '../model/page-marks.ts'
import { compareBlocks } from './document-order.ts'
import { countEntities } from './entity-counts.ts'
import { insertInOrder } from './insert-in-order.ts'
import { type PageBlock, type Piece, piecesOf } from './page-block.ts'
import { withYears } from './paragraph-years.ts'

/** What was recognised in one block; offsets are UTF-16 units of the block's text. */
export interface Found {
  readonly mentions: readonly Mention[]
  readonly hints: readonly Hint[]
}

/** A mention and where it stands on the page. A mark is one object as long as its text stays as it is. */
export interface Mark {
  readonly mention: Mention
  /** The hints that touch the mention. */
  readonly hints: readonly Hint[]
  /** Never empty; more than one where the name runs over several Text nodes. */
  readonly pieces: readonly [Piece, ...Piece[]]
}

/** The marks of a page: mentions ↔ parts of Text nodes. */
export interface Marks {
  /**
   * Marks what was found in a block; what no longer stands there is left out. `follows`: it stands behind the last
   * block that was put and had marks.
   */
  readonly put: (block: PageBlock, found: Found, follows?: boolean) => readonly Mark[]
  /** Forgets a block; gives the marks that it had. */
  readonly drop: (block: PageBlock) => readonly Mark[]
  /** Forgets the blocks with a marked Text node that is to be let go of; gives the marks that they had. */
  readonly sweep: (isGone: (node: Text) => boolean) => readonly Mark[]
  /** Forgets everything; gives the marks that there were. */
  readonly clear: () => readonly Mark[]
  /** The marks of a Text node that contain or touch a UTF-16 offset (at most two: neighbours share an edge). */
  readonly near: (node: Text, offset: number) => readonly Mark[]
  /** The block in which a mark stands; undefined where it has been let go of. */
  readonly blockOf: (mark: Mark) => PageBlock | undefined
  /** In document order. Marks may be added to the end of this very list. */
  readonly all: () => readonly Mark[]
  /** The marks of one entity, in document order. */
  readonly of: (entity: EntityRef) => readonly Mark[]
  /** The entities with the number of their marks, in the order of the first one. Ambiguous mentions belong to none. */
  readonly entities: () => readonly PageEntity[]
  readonly count: () => number
  /** Whether a mark still stands. */
  readonly has: (mark: Mark) => boolean
}

const NONE: readonly Mark[] = []

/** No marks yet. */
export function createMarks(): Marks {
  const byBlock = new Map<PageBlock, readonly Mark[]>()
  let byNode = new WeakMap<Text, Mark[]>()
  const known = new Set<Mark>()
  let sorted: PageBlock[] = []
  let latest: PageBlock | undefined
  let hasGaps = false
  let ordered: Mark[] | undefined = []

  /** Each block finds its place when it comes, in the slice that it came in. */
  const insert = (block: PageBlock, marks: readonly Mark[], follows: boolean): void => {
    if (hasGaps) sorted = sorted.filter((each) => byBlock.has(each))
    hasGaps = false
    // Comparing two nodes is the dearest step of a first reading, whose blocks come one after the other anyway.
    if (follows && sorted.at(-1) === latest) sorted.push(block)
    else insertInOrder(sorted, [block], compareBlocks)
    latest = block
    if (sorted.at(-1) === block) ordered?.push(...marks)
    else ordered = undefined
    byBlock.set(block, marks)
  }

  const put: Marks['put'] = (block, found, follows = false) => {
    const marks = marksOf(block, found)
    if (marks.length === 0) return marks
    insert(block, marks, follows)
    for (const mark of marks) {
      known.add(mark)
      for (const { node } of mark.pieces) {
        const others = byNode.get(node)
        if (others === undefined) byNode.set(node, [mark])
        else if (others.at(-1) !== mark) others.push(mark)
      }
    }
    return marks
  }

  const drop = (block: PageBlock): readonly Mark[] => {
    const marks = byBlock.get(block) ?? NONE
    if (!byBlock.delete(block)) return marks
    hasGaps = true
    ordered = undefined
    for (const mark of marks) known.delete(mark)
    const nodes = new Set<Text>()
    for (const { pieces } of marks) for (const { node } of pieces) nodes.add(node)
    for (const node of nodes) {
      const others = byNode.get(node)?.filter((each) => known.has(each)) ?? []
      byNode.set(node, others)
    }
    return marks
  }

  const sweep: Marks['sweep'] = (isGone) =>
    [...byBlock].flatMap(([block, marks]) => (hasPiece(marks, isGone) ? drop(block) : []))

  const clear = (): readonly Mark[] => {
    const marks = all()
    byBlock.clear()
    byNode = new WeakMap()
    known.clear()
    sorted = []
    ordered = []
    return marks
  }

  const all = (): readonly Mark[] => {
    ordered ??= sorted.flatMap((block) => byBlock.get(block) ?? NONE)
    return ordered
  }

  return {
    put,
    drop,
    sweep,
    clear,
    all,
    blockOf: (mark) => [...byBlock].find(([, marks]) => marks.includes(mark))?.[0],
    near: (node, offset) =>
      (byNode.get(node) ?? []).filter(({ pieces }) =>
        pieces.some((piece) => piece.node === node && piece.start <= offset && offset <= piece.end),
      ),
    of: (entity) => all().filter(({ mention }) => isOf(mention, entity)),
    entities: () => withYears(countEntities(all()), byBlock),
    has: (mark) => known.has(mark),
    count: () => known.size,
  }
}

/** The marks of a block, without copies on the way: a long page has thousands. */
function marksOf(block: PageBlock, { mentions, hints }: Found): readonly Mark[] {
  const marks: Mark[] = []
  for (const mention of mentions) {
    const pieces = piecesOf(block, mention.start, mention.end)
    if (isSome(pieces)) marks.push({ mention, hints: hintsOf(mention, hints), pieces })
  }
  return marks
}

const isSome = (pieces: readonly Piece[]): pieces is readonly [Piece, ...Piece[]] => pieces.length > 0

/** Nearly no text has any. */
const hintsOf = (mention: Mention, hints: readonly Hint[]): readonly Hint[] =>
  hints.length === 0 ? hints : hints.filter(({ start, end }) => start < mention.end && mention.start < end)

const hasPiece = (marks: readonly Mark[], test: (node: Text) => boolean): boolean =>
  marks.some(({ pieces }) => pieces.some(({ node }) => test(node)))

const isOf = ({ entity }: Mention, other: EntityRef): boolean =>
  entity !== null && entity.entity === other.entity && entity.bundle === other.bundle
