import { isShadowRoot } from './nodes.ts'
import { type PageBlock, startOf } from './page-block.ts'

/** Compares two nodes by their place in the document; a shadow tree stands before its host's own children. */
export function compareNodes(a: Node, b: Node): number {
  if (a === b) return 0
  if (a.getRootNode() === b.getRootNode()) return compareInTree(a, b)
  const rootsA = lightPath(a)
  const rootsB = lightPath(b)
  for (let depth = 0; ; depth++) {
    const nodeA = rootsA[depth]
    const nodeB = rootsB[depth]
    // One is the host that the other is in the shadow of.
    if (nodeA === undefined || nodeB === undefined) return rootsA.length - rootsB.length
    if (nodeA !== nodeB) return compareInTree(nodeA, nodeB)
  }
}

/** Compares two blocks by the place where their text begins. */
export function compareBlocks(a: PageBlock, b: PageBlock): number {
  // Two blocks of one Text node (paragraphs of a plain-text document) differ in their offsets.
  return compareNodes(startOf(a), startOf(b)) || offsetOf(a) - offsetOf(b)
}

const offsetOf = ({ texts }: PageBlock): number => texts?.[0]?.start ?? 0

function compareInTree(a: Node, b: Node): number {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1
}

/** The node, preceded by the hosts of the shadow trees that it is in, outermost first. */
function lightPath(node: Node): Node[] {
  const path = [node]
  for (let root = node.getRootNode(); isShadowRoot(root); root = root.host.getRootNode())
    path.unshift(root.host)
  return path
}
