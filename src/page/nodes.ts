import { nodeTypeOf, parentOf } from './plain.ts'

/*
 * Kinds of nodes by number: `instanceof` depends on the realm that a node was made in, and pages move
 * nodes between frames.
 */

/** By number, for this file is read where there is no DOM as well. */
const ELEMENT = 1
const DOCUMENT_FRAGMENT = 11

/** Text and CDATA sections. */
const TEXTS = new Set([3, 4])

/** Whether a node is an element. */
export const isElement = (node: Node | null): node is Element => node !== null && nodeTypeOf(node) === ELEMENT

/** Whether a node is text: a Text node, or in XHTML a CDATA section (which is a Text as well). */
export const isText = (node: Node | null): node is Text => node !== null && TEXTS.has(nodeTypeOf(node))

/** Whether a node is a shadow root (and no other document fragment). */
export const isShadowRoot = (node: Node | null): node is ShadowRoot =>
  node !== null && nodeTypeOf(node) === DOCUMENT_FRAGMENT && 'host' in node

/** The parent, and for a shadow root its host. */
export const flatParent = (node: Node): Node | null => (isShadowRoot(node) ? node.host : parentOf(node))
