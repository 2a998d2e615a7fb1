import { flatParent, isElement } from './nodes.ts'
import type { PageBlock } from './page-block.ts'
import { isConnected } from './plain.ts'

/** A node whose own running text (that which lies in no nested container) is read as a whole. */
export type Container = Document | ShadowRoot | Element

/** What is remembered of a page between two readings, so that only what changed is read again. */
export interface PageMemory {
  /** The blocks of each container that was read. */
  readonly blocks: WeakMap<Node, PageBlock[]>
  /** Elements whose text was read as a part of their container's, save those in a simple block (`simpleInlines`). */
  readonly read: WeakSet<Node>
  /** Elements whose text is not read: a change inside them is none of ours. */
  readonly unread: WeakSet<Node>
  /** Hidden elements and custom elements not yet defined: they may have text later without a change of their own. */
  readonly again: Set<Element>
  /** The open shadow roots found so far. */
  readonly roots: Set<ShadowRoot>
}

/** Hidden subtrees looked at again, at most; pages with more hide whole catalogues, and silence is safe. */
const MAX_AGAIN = 5_000

/** A memory of nothing. */
export const createMemory = (): PageMemory => ({
  blocks: new WeakMap(),
  read: new WeakSet(),
  unread: new WeakSet(),
  again: new Set(),
  roots: new Set(),
})

/** Remembers to look at an element again. */
export function lookAgain(memory: PageMemory, element: Element): void {
  if (memory.again.size < MAX_AGAIN) memory.again.add(element)
}

/** The container that a node's text belongs to; null inside text that is not read, or outside the document. */
export function containerOf(memory: PageMemory, node: Node): Container | null {
  let container: Node | null = null
  // To the very top: a container may have come to stand inside an editor.
  for (let each: Node | null = node; each !== null; each = flatParent(each)) {
    if (memory.unread.has(each)) return null
    if (container === null && memory.blocks.has(each)) container = each
  }
  return container as Container | null
}

/** Lets go of what has left the document. */
export function forgetRemoved(memory: PageMemory): void {
  for (const element of memory.again) if (!isConnected(element)) memory.again.delete(element)
  for (const root of memory.roots) if (!isConnected(root)) memory.roots.delete(root)
}

/** The language that holds for a node's text: the nearest `lang`, across shadow roots; undefined where none is usable. */
export function languageOf(node: Node): string | undefined {
  for (let each: Node | null = node; each !== null; each = flatParent(each)) {
    if (!isElement(each)) continue
    const language = declaredLanguage(each)
    if (language !== undefined) return language
  }
  return undefined
}

/** The element's own `lang` (or `xml:lang`) where it has the shape of a BCP 47 tag of usual length. */
export function declaredLanguage(element: Element): string | undefined {
  // Asked of every block of a page, and nearly none has any attribute at all.
  if (!element.hasAttributes()) return undefined
  const language = element.getAttribute('lang') ?? element.getAttribute('xml:lang')
  return language !== null && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,3}$/i.test(language) ? language : undefined
}
