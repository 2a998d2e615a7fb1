import { type EntityRef, refKey } from '../model/ids.ts'
import type { Hint, Mention } from '../model/mention.ts'
import type { PageEntity } from '../model/page-marks.ts'
import { compareNodes } from './document-order.ts'
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
  /** Marks what was found in a block; what no longer stands there is left out. */
  readonly put: (block: PageBlock, found: Found) => readonly Mark[]
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
  /** In document order. */
  readonly all: () => readonly Mark[]
  /** The marks of one entity, in document order. */
  readonly of: (entity: EntityRef) => readonly Mark[]
  /** The entities with the number of their marks, in the order of the first one. Ambiguous mentions belong to none. */
  readonly entities: () => readonly PageEntity[]
  readonly count: () => number
}

/** No marks yet. */
export function createMarks(): Marks {
  const byBlock = new Map<PageBlock, readonly Mark[]>()
  const byNode = new WeakMap<Text, Mark[]>()
  const known = new Set<Mark>()
  let sorted: PageBlock[] = []
  let added: PageBlock[] = []
  let ordered: readonly Mark[] | undefined

  const put = (block: PageBlock, found: Found): readonly Mark[] => {
    const marks = found.mentions.flatMap((mention) => markOf(block, mention, found.hints))
    if (marks.length === 0) return marks
    byBlock.set(block, marks)
    added.push(block)
    for (const mark of marks) {
      known.add(mark)
      for (const { node } of mark.pieces) {
        const others = byNode.get(node)
        if (others === undefined) byNode.set(node, [mark])
        else if (others.at(-1) !== mark) others.push(mark)
      }
    }
    ordered = undefined
    return marks
  }

  const drop = (block: PageBlock): readonly Mark[] => {
    const marks = byBlock.get(block) ?? []
    byBlock.delete(block)
    for (const mark of marks) known.delete(mark)
    for (const node of new Set(marks.flatMap(({ pieces }) => pieces.map((piece) => piece.node)))) {
      const others = byNode.get(node)?.filter((each) => known.has(each)) ?? []
      byNode.set(node, others)
    }
    if (marks.length > 0) ordered = undefined
    return marks
  }

  const sweep: Marks['sweep'] = (isGone) =>
    [...byBlock].flatMap(([block, marks]) => (hasPiece(marks, isGone) ? drop(block) : []))

  const clear = (): readonly Mark[] => {
    const marks = all()
    for (const block of byBlock.keys()) drop(block)
    return marks
  }

  const sort = (): readonly Mark[] => {
    const isMarked = (block: PageBlock): boolean => byBlock.has(block)
    sorted = sorted.filter(isMarked)
    insertInOrder(sorted, added.filter(isMarked), compareBlocks)
    added = []
    return sorted.flatMap((block) => byBlock.get(block) ?? [])
  }

  const all = (): readonly Mark[] => {
    ordered ??= sort()
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
    count: () => known.size,
  }
}

function markOf(block: PageBlock, mention: Mention, hints: readonly Hint[]): Mark[] {
  const [first, ...others] = piecesOf(block, mention.start, mention.end)
  const touching = hints.filter(({ start, end }) => start < mention.end && mention.start < end)
  return first === undefined ? [] : [{ mention, hints: touching, pieces: [first, ...others] }]
}

const hasPiece = (marks: readonly Mark[], test: (node: Text) => boolean): boolean =>
  marks.some(({ pieces }) => pieces.some(({ node }) => test(node)))

function compareBlocks({ segments: [a] }: PageBlock, { segments: [b] }: PageBlock): number {
  if (a === undefined || b === undefined) return 0
  // Two blocks of one Text node (paragraphs of a plain-text document) differ in their offsets.
  return compareNodes(a.node, b.node) || a.nodeStart - b.nodeStart
}

const isOf = ({ entity }: Mention, other: EntityRef): boolean =>
  entity !== null && entity.entity === other.entity && entity.bundle === other.bundle

function countEntities(marks: readonly Mark[]): readonly PageEntity[] {
  const counted = new Map<string, PageEntity>()
  for (const { mention } of marks) {
    const { entity, name, type: kind } = mention
    if (entity === null) continue
    const before = counted.get(refKey(entity))
    counted.set(
      refKey(entity),
      before ? { ...before, count: before.count + 1 } : { entity, name, kind, count: 1 },
    )
  }
  return [...counted.values()]
}
