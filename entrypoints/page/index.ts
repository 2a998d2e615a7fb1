import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { servePage } from '../../src/messaging/page-server.ts'
import { isEnabledOn, type Settings } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import { type PageSession, startSession } from './session.ts'

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
  void run(life)
})

async function run(life: AbortController): Promise<void> {
  let session: PageSession | undefined
  const apply = (settings: Settings) => {
    if (isEnabledOn(settings, location.host)) session ??= startSession(life)
    else {
      session?.stop()
      session = undefined
    }
  }
  const unwatch = settingsStore.watch(apply)
  life.signal.addEventListener('abort', unwatch)
  servePage(
    {
      'tab/marks': async () => session?.page.marks() ?? { state: 'off', entities: [] },
      'tab/jump': async ({ entity, index }) => ({ found: session?.page.jump(entity, index) ?? false }),
      'tab/refresh': async () => {
        await session?.page.refresh()
        return null
      },
    },
    life.signal,
  )
  apply(await settingsStore.getValue())
}
