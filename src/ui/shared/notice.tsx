import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

interface NoticeProps {
  /** `plain` explains a state, `warning` one that should not last, `danger` a failure, `success` that something went well. */
  readonly tone: 'plain' | 'warning' | 'danger' | 'success'
  readonly title?: string
  /** The notice is all that its view shows: its title is the heading. */
  readonly isView?: boolean
  readonly children?: ComponentChildren
}

/** What happened and what can be done. A failure is announced at once, the rest when the reader pauses. */
export function Notice({ tone, title, isView = false, children }: NoticeProps) {
  const Title = isView ? 'h1' : 'p'
  return (
    <div class="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {tone !== 'plain' && <Icon name={tone === 'success' ? 'check' : 'alert'} />}
      <div class="notice-text">
        {title !== undefined && <Title class="notice-title">{title}</Title>}
        {children}
      </div>
    </div>
  )
}
