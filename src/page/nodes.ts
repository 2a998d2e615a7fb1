/*
 * Kinds of nodes by number: `instanceof` depends on the realm that a node was made in, and pages move
 * nodes between frames.
 */

/** Whether a node is an element. */
export const isElement = (node: Node | null): node is Element => node?.nodeType === Node.ELEMENT_NODE

/** Whether a node is text: a Text node, or in XHTML a CDATA section (which is a Text as well). */
export const isText = (node: Node | null): node is Text =>
  node?.nodeType === Node.TEXT_NODE || node?.nodeType === Node.CDATA_SECTION_NODE

/** Whether a node is a shadow root (and no other document fragment). */
export const isShadowRoot = (node: Node | null): node is ShadowRoot =>
  node?.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node

/** The parent, and for a shadow root its host. */
export const flatParent = (node: Node): Node | null => (isShadowRoot(node) ? node.host : node.parentNode)
