import { Alike } from './alike.ts'
import { BlockBuilder, blockOf } from './block-builder.ts'
import { blockText } from './block-text.ts'
import { type Role, roleOf, simpleInlines } from './eligible.ts'
import { flatParent, isElement, isShadowRoot, isText } from './nodes.ts'
import type { PageBlock } from './page-block.ts'
import { type Container, declaredLanguage, languageOf, lookAgain, type PageMemory } from './page-memory.ts'
import { firstOf, isConnected, nextOf, parentOf, plain } from './plain.ts'
import { isReadable } from './readable.ts'
import { hasParts, MAX_BLOCK, type TextPart, textParts } from './text-parts.ts'

/** A node being read. Inline elements share the builder of the container that they stand in. */
interface Frame {
  readonly node: Container
  readonly role: 'inline' | 'gap' | 'block'
  readonly container: Container
  readonly builder: BlockBuilder
  readonly lang: string | undefined
  /** Read nested containers too, even those already known. */
  readonly afresh: boolean
  /** What of the node's own text is not shown. */
  readonly hides: 'nothing' | 'unslotted' | 'text'
}

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

/**
 * Reads the text of one container and of every container in it that is not known yet, in document
 * order, one node a step. It keeps its own stack, so depth costs no recursion, and it may rest between
 * two steps while the page changes: see `resume`.
 */
export class TextWalk {
  readonly #frames: Frame[] = []
  readonly #memory: PageMemory
  readonly #reading: Reading
  readonly #alike = new Alike()
  #cursor: Node | null = null
  /** What is left of the text at the cursor, where it is read in parts. */
  #text: { readonly data: string; readonly parts: Iterator<TextPart, void> } | null = null

  constructor(start: Container, memory: PageMemory, reading: Reading) {
    this.#memory = memory
    this.#reading = reading
    if (isConnected(start) && isProse(documentOf(start)))
      this.#openBlock(start, languageOf(start), reading.added.has(start))
  }

  /** Whether all is read. */
  get done(): boolean {
    return this.#frames.length === 0
  }

  /** Reads one more node, or one more block where that is simple; gives as how much work that counts, in nodes. */
  step(): number {
    const top = this.#frames.at(-1)
    if (top === undefined) return 1
    const node = this.#cursor
    if (node === null) this.#leave(top)
    else if (isElement(node)) return this.#enter(node, top)
    else if (!isText(node) || this.#read(node, top)) this.#cursor = nextOf(node)
    return 1
  }

  /**
   * To be called after a rest. Where the page cut the branch being read, the walk leaves the container
   * of the cut: its change is on record, so whoever watches has it read again.
   */
  resume(): void {
    this.#alike.forget()
    if (this.#frames[0] !== undefined && !isConnected(this.#frames[0].node)) this.#frames.length = 0
    const cut = this.#firstCut()
    const container = this.#frames[cut - 1]?.container
    if (container === undefined) {
      this.#resumeText()
      return
    }
    this.#frames.length = this.#frames.findIndex(({ node }) => node === container) + 1
    const rest = this.#frames.at(-1)
    rest?.builder.take(undefined)
    // What lies behind the cut is known from before, so the next reading would pass it over.
    if (rest?.afresh === true) this.#reading.interrupted.add(container)
    this.#cursor = null
    this.#text = null
  }

  /** How many frames still hang together, or 0 where all do and the cursor too. */
  #firstCut(): number {
    const frames = this.#frames
    const cut = frames.findIndex(
      ({ node }, depth) => depth > 0 && flatParent(node) !== frames[depth - 1]?.node,
    )
    if (cut > 0) return cut
    const isLost = this.#cursor !== null && parentOf(this.#cursor) !== frames.at(-1)?.node
    return isLost ? frames.length : 0
  }

  #enter(element: Element, top: Frame): number {
    this.#cursor = nextOf(element)
    if (this.#isKnown(element, top.afresh)) this.#flush(top)
    else if (this.#alike.isBlockLikeLast(element, top.node)) return this.#enterAs('block', element, top)
    else return this.#enterAs(roleOf(element), element, top)
    return 1
  }

  #enterAs(role: Role, element: Element, top: Frame): number {
    if (role === 'block' || role === 'break' || role === 'barrier') this.#flush(top)
    if (role === 'block') return this.#enterBlock(element, top)
    if (role === 'inline' || role === 'gap') this.#openInline(element, role, top)
    else if (role !== 'break') this.#close(element, role === 'hidden')
    return 1
  }

  #close(element: Element, isHidden: boolean): void {
    const wasRead = this.#memory.read.delete(element) || this.#memory.blocks.has(element)
    if (wasRead) this.#reading.closed.add(element)
    this.#forget(element)
    this.#memory.unread.add(element)
    if (isHidden) lookAgain(this.#memory, element)
  }

  #isKnown(node: Node, afresh: boolean): boolean {
    return !afresh && !this.#reading.added.has(node) && this.#memory.blocks.has(node)
  }

  #openInline(element: Element, role: 'inline' | 'gap', top: Frame): void {
    this.#see(element)
    this.#memory.read.add(element)
    this.#forget(element)
    if (role === 'gap') top.builder.addGap()
    const afresh = top.afresh || this.#reading.added.has(element)
    this.#descend({ ...top, node: element, role, afresh, hides: hiddenPart(element) })
  }

  #enterBlock(element: Element, top: Frame): number {
    this.#see(element)
    const lang = declaredLanguage(element) ?? top.lang
    this.#alike.rememberBlock(element, top.node)
    const simple = hiddenPart(element) === 'nothing' ? this.#simpleText(element) : null
    if (simple === null) this.#openBlock(element, lang, top.afresh || this.#reading.added.has(element))
    else this.#readSimple(element, simple, lang)
    return 1 + (simple?.inlines.length ?? 0)
  }

  /** An element whose text is read, as far as it has any. */
  #see(element: Element): void {
    if (!this.#reading.isFirst) this.#memory.unread.delete(element)
    if (isUndefined(element)) lookAgain(this.#memory, element)
  }

  /** The text of a block without any block in it; null where it is to be read node by node. */
  #simpleText(element: Element): SimpleText | null {
    const inlines = simpleInlines(element, this.#alike)
    if (inlines === null || (!this.#reading.isFirst && this.#hasKnown(inlines))) return null
    const text = element.textContent ?? ''
    return hasParts(text, element, inlines.length > 0) ? null : { inlines, text }
  }

  #hasKnown(elements: ArrayLike<Element>): boolean {
    return Array.prototype.some.call(elements, (element: Element) => this.#memory.blocks.has(element))
  }

  #readSimple(element: Element, { inlines, text: raw }: SimpleText, lang: string | undefined): void {
    this.#forget(element)
    if (!this.#reading.isFirst)
      for (let at = 0; at < inlines.length; at++) this.#memory.unread.delete(inlines[at] as Element)
    const text = blockText(raw)
    const block = text === null ? null : blockOf(element, text, lang, null)
    this.#memory.blocks.set(element, block === null ? NONE : [block])
    if (block !== null) this.#add(block)
  }

  #openBlock(node: Container, lang: string | undefined, afresh: boolean): void {
    this.#forget(node)
    this.#memory.blocks.set(node, NONE)
    const hides = isElement(node) ? hiddenPart(node) : 'nothing'
    this.#descend({
      node,
      role: 'block',
      container: node,
      builder: new BlockBuilder(node),
      lang,
      afresh,
      hides,
    })
  }

  /** What an element had as a container goes: it is read anew, or is a container no more. */
  #forget(node: Container): void {
    const blocks = this.#memory.blocks.get(node)
    if (blocks === undefined) return
    // One container may be met twice: the page moves it on while the walk rests.
    if (!this.#reading.replaced.has(node)) this.#reading.replaced.set(node, blocks)
    for (const block of blocks) this.#reading.stale.push(block)
    this.#memory.blocks.delete(node)
  }

  /** A host's shadow tree is read before its own children, as a text apart. */
  #descend(frame: Frame): void {
    this.#frames.push(frame)
    this.#cursor = firstOf(frame.node)
    const root = isElement(frame.node) ? frame.node.shadowRoot : null
    if (root === null || this.#isKnown(root, frame.afresh)) return
    this.#memory.roots.add(root)
    this.#reading.onRoot(root)
    this.#openBlock(root, frame.lang, frame.afresh)
  }

  #leave(frame: Frame): void {
    this.#frames.pop()
    if (frame.role === 'block') this.#flush(frame)
    if (frame.role === 'gap') frame.builder.addGap()
    const { node } = frame
    this.#cursor = isShadowRoot(node) ? firstOf(node.host) : nextOf(node)
  }

  /** Reads a text, or one part of a very long one; true where nothing is left of it. */
  #read(node: Text, top: Frame): boolean {
    if (this.#text === null) {
      if (top.hides !== 'nothing' && (top.hides === 'text' || node.assignedSlot === null)) return true
      const { data } = node
      const parts = textParts(data, top.node)
      if (parts === null) {
        this.#append(node, data, top, { start: 0, end: data.length, endsBlock: false })
        return true
      }
      this.#text = { data, parts }
    }
    const part = this.#text.parts.next().value
    if (part === undefined) this.#text = null
    else this.#append(node, this.#text.data, top, part)
    return part === undefined
  }

  /** A text that has changed is on record too: the rest of it is not what was begun. */
  #resumeText(): void {
    const node = this.#cursor
    if (this.#text === null || node === null || (isText(node) && node.data === this.#text.data)) return
    this.#text = null
    this.#cursor = nextOf(node)
  }

  #append(node: Text, data: string, top: Frame, { start, end, endsBlock }: TextPart): void {
    top.builder.addText(node, data, start, end)
    // Where every text is inline, as in some generated pages, the block ends here all the same.
    if (endsBlock || top.builder.length >= MAX_BLOCK) this.#flush(top)
  }

  #flush(frame: Frame): void {
    const block = frame.builder.take(frame.lang)
    if (block === null) return
    const blocks = this.#memory.blocks.get(frame.container)
    if (blocks?.length === 0) this.#memory.blocks.set(frame.container, [block])
    else blocks?.push(block)
    this.#add(block)
  }

  #add(block: PageBlock): void {
    this.#reading.fresh.push(block)
    this.#reading.units += block.text.length
  }
}

/** The text of a block as it stands in the document, and the inline elements in it. */
interface SimpleText {
  readonly inlines: ArrayLike<Element>
  readonly text: string
}

/** One list for the many containers that have no text of their own. It stays empty. */
const NONE: PageBlock[] = []

const documentOf = (node: Node): Document =>
  isElement(node) || isShadowRoot(node) ? node.ownerDocument : (node as Document)

/** A document in design mode is one large editor. */
const isProse = (document: Document): boolean =>
  plain(document, 'designMode') !== 'on' && isReadable(document)

/** A custom element whose class is yet to come: it may get a shadow root without any change that one could watch. */
const isUndefined = (element: Element): boolean =>
  element.localName.includes('-') && !element.matches(':defined')

/** Not shown: what a fold hides, a shadow host's text that no slot takes, and the fallback of a slot that is filled. */
function hiddenPart(element: Element): Frame['hides'] {
  if (element.localName === 'details') return element.hasAttribute('open') ? 'nothing' : 'text'
  if (isSlot(element)) return element.assignedNodes().length > 0 ? 'text' : 'nothing'
  return element.shadowRoot === null ? 'nothing' : 'unslotted'
}

const isSlot = (element: Element): element is HTMLSlotElement => element.localName === 'slot'
