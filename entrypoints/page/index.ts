import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { servePage } from '../../src/messaging/page-server.ts'
import { whenShown } from '../../src/page/readable.ts'
import { readSettings, watchSettings } from '../../src/storage/settings-view.ts'
import { createTabPart } from './tab-part.ts'

/**
 * The content script. It is registered for the sites that the reader granted, or started by the toolbar button,
 * so it may come twice into one page: the mark on the isolated world's global keeps the second one out.
 */
const RUNNING = Symbol.for('backgrounder.page')

export default defineUnlistedScript(() => {
  const world = globalThis as { [RUNNING]?: true }
  if (world[RUNNING]) return
  world[RUNNING] = true
  const life = new AbortController()
  life.signal.addEventListener('abort', () => delete world[RUNNING])
  // An extension that left while the page was still being prepared is no error of the page's.
  run(life).catch(() => life.abort())
})

async function run(life: AbortController): Promise<void> {
  const { signal } = life
  const isTop = window.top === window
  await whenShown(document, isTop, signal)
  const part = await createTabPart(life, isTop)
  servePage(part.handlers, signal)
  watchSettings(part.apply, signal)
  const follow = async (): Promise<void> => part.apply(await readSettings())
  // Firefox tells a page in its cache nothing: what was switched meanwhile is read when the page comes back.
  addEventListener('pageshow', ({ persisted }) => persisted && void follow(), { signal })
  await follow()
}
