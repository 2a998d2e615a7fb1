import { plain } from './plain.ts'

/**
 * Gives a function that asks for a call back when the browser has laid out its next frame: there
 * rectangles can be read without making it lay out anything once more. A page that shows no frames (a tab
 * behind others) is not called back until it does. An intersection observer's first report is the only
 * moment of that kind; it comes anew for each observation. `callback` hears the viewport's height (CSS pixels).
 */
export function createAfterLayout(
  document: Document,
  signal: AbortSignal,
  callback: (height: number) => void,
): () => void {
  let observed: Element | null = null
  const observer = new IntersectionObserver(([report]) => {
    if (observed === null) return
    observer.disconnect()
    observed = null
    // A frame of another site is not told; asked for, the height may be a layout of its own.
    const height = report?.rootBounds?.height ?? plain(document, 'defaultView')?.innerHeight ?? 0
    if (!signal.aborted) callback(height)
  })
  signal.addEventListener('abort', () => observer.disconnect())
  return () => {
    if (signal.aborted || (observed !== null && observed === plain(document, 'documentElement'))) return
    observer.disconnect()
    observed = plain(document, 'documentElement')
    // A document that was just opened anew has no element yet; its first mutation asks again.
    if (observed !== null) observer.observe(observed)
  }
}

/** A page whose frames do not come is not waited for any longer (milliseconds): marks late, but marks. */
const LONGEST_WAIT = 200

/**
 * Resolves when the browser has laid out its next frame, or after a fifth of a second. A style or a rectangle that is
 * asked for at another time is worked out for the whole page, and in the middle of a slice of ours: 50 milliseconds
 * among ten thousand shadow roots (docs/adr/0010).
 */
export function whenLaidOut(document: Document, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController()
    const timer = setTimeout(() => done(), LONGEST_WAIT)
    const done = (): void => {
      clearTimeout(timer)
      ended.abort()
      resolve()
    }
    // No frames are shown of a tab behind others.
    if (plain(document, 'hidden')) void scheduler.postTask(done, { priority: 'background' })
    else createAfterLayout(document, AbortSignal.any([signal, ended.signal]), done)()
  })
}
