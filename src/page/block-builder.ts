import { blockText } from './block-text.ts'
import type { PageBlock, ReadText } from './page-block.ts'

/** Gathers the text of one container's blocks, node by node. */
export class BlockBuilder {
  readonly #container: Node
  #texts: ReadText[] = []
  #raw = ''

  constructor(container: Node) {
    this.#container = container
  }

  /** Appends a stretch of a Text node's data (UTF-16 offsets). */
  addText(node: Text, data: string, start: number, end: number): void {
    this.#texts.push({ node, start, end })
    this.#raw += start === 0 && end === data.length ? data : data.slice(start, end)
  }

  /** Appends a space that belongs to no node. */
  addGap(): void {
    if (this.#texts.length === 0) return
    this.#texts.push(null)
    this.#raw += ' '
  }

  /** UTF-16 units so far, white space as it stands in the document. */
  get length(): number {
    return this.#raw.length
  }

  /** The block so far, or null where it has no letter and so cannot name anything; the builder starts anew. */
  take(lang: string | undefined): PageBlock | null {
    if (this.#raw === '') return null
    const text = blockText(this.#raw)
    const block = text === null ? null : blockOf(this.#container, text, lang, this.#texts)
    this.#raw = ''
    this.#texts = []
    return block
  }
}

/** A block without a language where none is known: the protocol sends none. */
export const blockOf = (
  container: Node,
  text: string,
  lang: string | undefined,
  texts: PageBlock['texts'],
): PageBlock => (lang === undefined ? { container, text, texts } : { container, text, lang, texts })
