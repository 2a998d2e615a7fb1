import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface SectionProps {
  readonly title: string
  readonly children: ComponentChildren
}

/** A part of an entry under its heading; the heading names it for assistive technology. */
export function Section({ title, children }: SectionProps) {
  const id = useId()
  return (
    <section class="section measured" aria-labelledby={id}>
      <h2 class="section-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
