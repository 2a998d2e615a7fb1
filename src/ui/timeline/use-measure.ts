import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** The inner width of an element and the size of its text, in CSS pixels. */
export interface Measure {
  readonly width: number
  readonly fontSize: number
}

/** Measures an element now and whenever its size changes; undefined until it stands in a document. */
export function useMeasure(element: RefObject<HTMLElement | null>): Measure | undefined {
  const [measure, setMeasure] = useState<Measure>()
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const update = () => setMeasure((before) => unlessSame(before, measureOf(target)))
    const observer = new ResizeObserver(update)
    observer.observe(target)
    update()
    return () => observer.disconnect()
  }, [element])
  return measure
}

const measureOf = (element: HTMLElement): Measure => ({
  width: element.clientWidth,
  fontSize: Number.parseFloat(getComputedStyle(element).fontSize),
})

const unlessSame = (before: Measure | undefined, now: Measure): Measure =>
  before?.width === now.width && before.fontSize === now.fontSize ? before : now
