import { plain } from './plain.ts'

/**
 * Documents with running text. Others are shown by the browsers' own viewers, which draw what cannot be
 * read (PDF files, pictures), or are data and code, shown as they are.
 */
const READABLE = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/

/** Whether a document holds prose to read at all, by its content type. */
export function isReadable(document: Document): boolean {
  const type = plain(document, 'contentType')
  // Nearly all pages are HTML; the first use of a pattern is dear.
  return type === 'text/html' || READABLE.test(type)
}

/** A frame smaller than this (CSS pixels) holds an advertisement's pixel or a script, not text. */
const SMALLEST = { width: 120, height: 40 }

/**
 * Waits until a page is there to be read: not one that is only being prepared (prerendered), and not a
 * frame too small to hold text, as most of the hundreds in some pages are. Where the signal ends meanwhile it never resolves.
 */
export async function whenShown(document: Document, isTop: boolean, signal: AbortSignal): Promise<void> {
  const { prerendering = false } = document as Document & { readonly prerendering?: boolean }
  if (prerendering) await next(document, 'prerenderingchange', signal)
  const view = plain(document, 'defaultView')
  if (isTop || view === null) return
  while (view.innerWidth < SMALLEST.width || view.innerHeight < SMALLEST.height)
    await next(view, 'resize', signal)
}

function next(target: EventTarget, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    target.addEventListener(type, () => resolve(), { once: true, signal })
  })
}
