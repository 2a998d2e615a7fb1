import type { PageBlock } from './page-block.ts'
import type { Container } from './page-memory.ts'

/** What one reading of the page, which may take several walks, needs and brings. */
export interface Reading {
  /** Nodes new to the document: below them nothing is taken as known. */
  readonly added: ReadonlySet<Node>
  /** Whether nothing of the page was read before. */
  readonly isFirst: boolean
  /** The blocks that were read, in document order. */
  readonly fresh: PageBlock[]
  /** UTF-16 units of them. */
  units: number
  /** What the containers that were read again had before this reading. */
  readonly replaced: Map<Container, readonly PageBlock[]>
  /** Blocks that are no more, those of this very reading included: a page may move what was just read. */
  readonly stale: PageBlock[]
  /** Containers that were left half-read because the page cut the branch, and were to be read afresh. */
  readonly interrupted: Set<Container>
  /** Elements whose text was read before and is not to be read any more. */
  readonly closed: Set<Node>
  /** Hears of each shadow root that is found. */
  readonly onRoot: (root: ShadowRoot) => void
}
