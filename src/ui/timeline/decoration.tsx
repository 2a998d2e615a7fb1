import type { ComponentChildren } from 'preact'

interface DecorationProps {
  readonly class?: string
  readonly children: ComponentChildren
}

/** A part of a drawing that says nothing which the marks and the list do not say. */
export const Decoration = ({ class: className, children }: DecorationProps) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing cannot have the focus
  <g class={className} aria-hidden="true">
    {children}
  </g>
)
