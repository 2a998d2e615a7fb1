import { isShadowRoot } from './nodes.ts'
import { isConnected, plain } from './plain.ts'

/** One style sheet, in as many trees as need it. It is adopted, not inserted: no node is added to the page. */
export interface AdoptedStyle {
  readonly adopt: (root: Document | ShadowRoot) => void
  readonly isAdopted: (root: Document | ShadowRoot) => boolean
  /** Takes another text, in every tree at once. */
  readonly replace: (text: string) => void
  /** Lets go of shadow roots that have left the document. */
  readonly prune: () => void
  /** Takes the sheet out of every tree. */
  readonly remove: () => void
}

/** A style sheet that no tree has adopted yet. */
export function createAdoptedStyle(initial: string): AdoptedStyle {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(initial)
  const roots = new Set<Document | ShadowRoot>()
  const isAdopted = (root: Document | ShadowRoot): boolean => sheetsOf(root).includes(sheet)
  const release = (root: Document | ShadowRoot): void => {
    const sheets = sheetsOf(root)
    const at = sheets.indexOf(sheet)
    if (at >= 0) sheets.splice(at, 1)
    roots.delete(root)
  }
  return {
    isAdopted,
    replace: (text) => sheet.replaceSync(text),
    adopt: (root) => {
      roots.add(root)
      if (!isAdopted(root)) sheetsOf(root).push(sheet)
    },
    prune: () => {
      for (const root of roots) if (!isConnected(root)) release(root)
    },
    remove: () => {
      for (const root of roots) release(root)
    },
  }
}

const sheetsOf = (root: Document | ShadowRoot): CSSStyleSheet[] =>
  isShadowRoot(root) ? root.adoptedStyleSheets : plain(root, 'adoptedStyleSheets')
