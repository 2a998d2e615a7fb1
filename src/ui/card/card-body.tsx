import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** What a reader may stop at with the Tab key, and scroll from there with the arrow keys. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]'

/**
 * The scrolling part of the card. Where it scrolls and holds nothing to stop at, it is itself a stop of the
 * keyboard; not every browser version makes it one.
 */
export function CardBody({ children }: { readonly children: ComponentChildren }) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const body = ref.current
    if (!body) return
    const update = () => {
      if (needsStop(body)) body.tabIndex = 0
      else body.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(update)
    observer.observe(body)
    update()
    return () => observer.disconnect()
  })
  return (
    <div ref={ref} class="card-body measured">
      {children}
    </div>
  )
}

const needsStop = (body: HTMLElement): boolean =>
  body.scrollHeight > body.clientHeight && !body.querySelector(STOPS)
