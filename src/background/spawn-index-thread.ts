import type { JoinMessage } from '../indexing/join-index-thread.ts'

/** The worker's script (entrypoints/index-worker.ts); a path of the extension's own needs no address before it. */
const SCRIPT = '/index-worker.js'
/** The page that starts it where the background may not; it is not built for Firefox. */
const PAGE = '/offscreen.html'

/** Of Chromium alone, whose background may start no worker; the polyfill does not know it. */
interface Offscreen {
  createDocument(options: { url: string; reasons: ['WORKERS']; justification: string }): Promise<void>
  closeDocument(): Promise<void>
}

interface ExtensionClients {
  matchAll(options: {
    includeUncontrolled: true
  }): Promise<
    readonly { readonly url: string; postMessage(message: JoinMessage, given: Transferable[]): void }[]
  >
}

declare const chrome: { readonly offscreen?: Offscreen } | undefined
declare const clients: ExtensionClients

/** Starts the script of an index thread: in Firefox as a worker of the background, in Chromium of a page that nobody sees. */
export async function spawnIndexThread(port: MessagePort, name: string): Promise<void> {
  const offscreen = typeof chrome === 'undefined' ? undefined : chrome.offscreen
  if (offscreen) return spawnOffscreen(offscreen, port, name)
  new Worker(SCRIPT).postMessage({ name } satisfies JoinMessage, [port])
}

async function spawnOffscreen(offscreen: Offscreen, port: MessagePort, name: string): Promise<void> {
  // There may be one page at most; that of a thread which is done closes itself, perhaps only now.
  await offscreen.closeDocument().catch(() => undefined)
  await offscreen.createDocument({
    url: PAGE,
    reasons: ['WORKERS'],
    justification: 'Names are indexed beside what is read, so that no page waits for it.',
  })
  const url = new URL(PAGE, location.href).href
  const page = (await clients.matchAll({ includeUncontrolled: true })).find((each) => each.url === url)
  if (!page) throw new Error(`${url} was opened and is not there`)
  page.postMessage({ name }, [port])
}
