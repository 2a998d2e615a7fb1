/** Documents that are no text: the browser's own viewers show them, and what they draw cannot be read. */
const UNREADABLE = /^(?:application\/pdf|image\/(?!svg\+xml)|audio\/|video\/)/

/** Whether a document holds text to read at all, by its content type. */
export const isReadable = ({ contentType }: Document): boolean => !UNREADABLE.test(contentType)

/** A frame smaller than this (CSS pixels) holds an advertisement's pixel or a script, not text. */
const SMALLEST = { width: 120, height: 40 }

/**
 * Waits until a page is there to be read: not one that is only being prepared (prerendered), and not a
 * frame too small to hold text, as most of the hundreds in some pages are. Rejects with the signal's reason.
 */
export async function whenShown(document: Document, isTop: boolean, signal: AbortSignal): Promise<void> {
  const { prerendering = false } = document as Document & { readonly prerendering?: boolean }
  if (prerendering) await next(document, 'prerenderingchange', signal)
  const { defaultView: view } = document
  if (isTop || view === null) return
  while (view.innerWidth < SMALLEST.width || view.innerHeight < SMALLEST.height)
    await next(view, 'resize', signal)
}

function next(target: EventTarget, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    target.addEventListener(type, () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
