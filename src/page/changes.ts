import { isElement } from './nodes.ts'
import { parentOf } from './plain.ts'

/** What happened to a page since the last report. */
export interface Changes {
  /** Nodes whose text or children changed. */
  readonly touched: Set<Node>
  /** Elements that were put into the document. */
  readonly added: Set<Node>
  /** Whether any node left its place. */
  removed: boolean
  /** Elements with a change that may show or hide text, their own or others'. */
  readonly restyled: Set<Element>
}

/** Attributes that often show or hide text. */
const RESTYLING = new Set(['class', 'style', 'hidden', 'open'])

/** What is watched of a tree. */
export const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...RESTYLING, 'contenteditable', 'role', 'lang', 'slot'],
}

/** Nothing happened. */
export const noChanges = (): Changes => ({
  touched: new Set(),
  added: new Set(),
  removed: false,
  restyled: new Set(),
})

/** The whole page is to be taken for new. */
export const everything = (document: Document): Changes => ({
  touched: new Set([document]),
  added: new Set([document]),
  removed: true,
  restyled: new Set(),
})

/** How many nodes the changes concern. */
export const sizeOf = ({ touched, added, restyled }: Changes): number =>
  touched.size + added.size + restyled.size

/** Whether anything happened. */
export const hasChanges = (changes: Changes): boolean => changes.removed || sizeOf(changes) > 0

/** Adds what a mutation record tells. */
export function note(
  changes: Changes,
  { type, target, attributeName, addedNodes, removedNodes }: MutationRecord,
): void {
  if (type === 'attributes') noteAttribute(changes, target, attributeName ?? '')
  else changes.touched.add(target)
  if (removedNodes.length > 0) changes.removed = true
  for (const node of addedNodes) if (isElement(node)) changes.added.add(node)
}

/** An element that becomes an editor, or changes its language, is read anew as a part of its parent. */
function noteAttribute(changes: Changes, target: Node, name: string): void {
  if (!isElement(target)) return
  if (RESTYLING.has(name)) changes.restyled.add(target)
  else {
    changes.added.add(target)
    const parent = parentOf(target)
    if (parent !== null) changes.touched.add(parent)
  }
}
