import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * The element that shows a route. When the route changes, the element begins at its top and takes the
 * focus, which else would be lost with the link that led there; the first route leaves it alone.
 */
export function useArrival(route: string): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  const shown = useRef(route)
  useEffect(() => {
    if (shown.current === route) return
    shown.current = route
    element.current?.scrollTo({ top: 0 })
    element.current?.focus({ preventScroll: true })
  }, [route])
  return element
}
