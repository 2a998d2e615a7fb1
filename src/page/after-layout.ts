import { plain } from './plain.ts'

/**
 * Gives a function that asks for a call back when the browser has laid out its next frame: there
 * rectangles can be read without making it lay out anything once more. A page that shows no frames (a tab
 * behind others) is not called back until it does. An intersection observer's first report is the only
 * moment of that kind; it comes anew for each observation.
 */
export function createAfterLayout(document: Document, signal: AbortSignal, callback: () => void): () => void {
  let observed: Element | null = null
  const observer = new IntersectionObserver(() => {
    if (observed === null) return
    observer.disconnect()
    observed = null
    if (!signal.aborted) callback()
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
