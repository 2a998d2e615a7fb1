/**
 * Paragraphs that follow one another, of one parent, one name and no attribute, are styled alike, and so are the links in
 * them that have the same class: their style is asked for once, which is the dearest question of a reading. That each of
 * them is shown is still asked (a page may show the first three alone). A page that makes one link of a paragraph a block,
 * or invisible in its place, by its number or its address is read as if it did not.
 */
export class Alike {
  #parent: Node | null = null
  #name = ''
  readonly #inlines = new Set<string>()

  /** Whether a block is shown, and is styled as the last one that was remembered. */
  isBlockLikeLast(block: Element, parent: Node): boolean {
    if (parent !== this.#parent || block.localName !== this.#name) return false
    return !block.hasAttributes() && block.shadowRoot === null && block.checkVisibility()
  }

  /** Whether an inline element in the block that was remembered last is shown, and is styled as another one before it. */
  isInlineLikeOther(element: Element, block: Element): boolean {
    if (!this.#inlines.has(nameOf(element)) || element.parentNode !== block) return false
    return hasNoStyle(element) && element.checkVisibility()
  }

  /** A block whose style was asked for; those after it may be like it. */
  rememberBlock(block: Element, parent: Node): void {
    if (parent === this.#parent && block.localName === this.#name) return
    this.forget()
    if (block.hasAttributes()) return
    this.#parent = parent
    this.#name = block.localName
  }

  rememberInline(element: Element, block: Element): void {
    if (this.#parent !== null && element.parentNode === block && hasNoStyle(element))
      this.#inlines.add(nameOf(element))
  }

  /** The page may have changed any style meanwhile. */
  forget(): void {
    this.#parent = null
    this.#inlines.clear()
  }
}

const nameOf = (element: Element): string => `${element.localName} ${element.className}`

const hasNoStyle = (element: Element): boolean =>
  !element.hasAttribute('style') && !element.hasAttribute('id')
