import { isShadowRoot } from './nodes.ts'
import type { PageBlock } from './page-block.ts'

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

/** Compares two blocks by the place of their text. */
export function compareBlocks({ segments: [a] }: PageBlock, { segments: [b] }: PageBlock): number {
  if (a === undefined || b === undefined) return 0
  // Two blocks of one Text node (paragraphs of a plain-text document) differ in their offsets.
  return compareNodes(a.node, b.node) || a.nodeStart - b.nodeStart
}

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
