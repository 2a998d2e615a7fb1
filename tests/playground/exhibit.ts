import type { ComponentChild } from 'preact'
import type { Translate } from '../../src/ui/i18n/translate.ts'

/** Something that a reader does in an exhibit. */
export type Act = (root: ParentNode) => void

/** One component in one state. */
export interface Exhibit {
  /** Its address in the playground, for example `card-sco-2020`. */
  readonly name: string
  /** `card`: in a shadow root with the card's own style sheet, as on a page; the others are extension pages. */
  readonly surface: 'card' | 'popup' | 'page' | 'welcome' | 'panel' | 'options'
  readonly render: (t: Translate) => ComponentChild
  /** What a reader does before the picture is taken, one after the other; each once the exhibit has come to rest. */
  readonly acts?: readonly Act[]
  /** The part of the address after `#` that the exhibit is opened with. */
  readonly hash?: string
}

/** Types into a field as a reader would. */
export function type(root: ParentNode, selector: string, text: string): void {
  const field = root.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`no field ${selector}`)
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Presses a button as a reader would. */
export function press(root: ParentNode, selector: string): void {
  const button = root.querySelector<HTMLElement>(selector)
  if (!button) throw new Error(`no button ${selector}`)
  button.click()
}
