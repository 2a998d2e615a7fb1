import { ask, isExtensionGone } from '../../src/messaging/client.ts'
import type { PageHandlers } from '../../src/messaging/page-server.ts'
import type { PageDossier } from '../../src/model/page-dossier.ts'
import type { PageMarks } from '../../src/model/page-marks.ts'
import { isEnabledOn, type Settings } from '../../src/model/settings.ts'
import { createFrameList } from '../../src/page/frame-marks.ts'
import { isReadable } from '../../src/page/readable.ts'
import type { Page } from '../../src/page/scan-page.ts'
import { type PageSession, startSession } from './session.ts'

/** What one frame of a tab does: a session while marking is on, and the answers to the rest of the extension. */
export interface TabPart {
  readonly handlers: PageHandlers
  /** Follows the reader's settings, those of a switch in the popup included. */
  readonly apply: (settings: Settings) => void
}

const NOTHING: PageMarks = { state: 'off', entities: [] }

/** The part of this frame; the top one speaks for all. */
export async function createTabPart(life: AbortController, isTop: boolean): Promise<TabPart> {
  const hosts = await hostsOf(isTop)
  const frames = createFrameList()
  let session: PageSession | undefined
  let settings: Settings | undefined
  /** What the reader said of this page alone, where nothing may be remembered. */
  let said: boolean | undefined

  const isOn = (now: Settings): boolean => said ?? hosts.every((host) => isEnabledOn(now, host))
  const own = (): PageMarks => {
    if (!isReadable(document)) return { state: 'unreadable', entities: [] }
    return session?.page.marks() ?? NOTHING
  }
  const tell = (page?: Page): void => {
    const mentions = page?.count() ?? 0
    if (isTop) void ask('page/counted', { mentions: mentions + frames.mentions() })
    else void ask('page/frame-marks', { mentions, entities: entitiesOf(page) })
  }
  const stop = (): void => {
    session?.stop()
    session = undefined
    tell()
  }
  const start = (now: Settings): void => {
    session = startSession({ life, settings: now, onMarks: tell, onReopened: () => restart(now) })
    watchExtension(life, session.signal)
    watchShowing(session.signal)
  }
  const restart = (now: Settings): void => {
    session?.stop()
    start(settings ?? now)
  }
  /** A page that comes back from the browser's cache missed what was changed meanwhile, and the button lost its count. */
  const watchShowing = (signal: AbortSignal): void => {
    addEventListener('pageshow', ({ persisted }) => persisted && void session?.page.refresh().then(retell), {
      signal,
    })
    addEventListener('pagehide', () => isTop || tell(), { signal })
  }
  const retell = (): void => tell(session?.page)
  const apply = (now: Settings): void => {
    settings = now
    if (!isReadable(document) || life.signal.aborted) return
    const on = isOn(now)
    if (on && session) session.prefer(now)
    else if (on) start(now)
    else if (session) stop()
  }

  return {
    apply,
    handlers: {
      'tab/marks': async () => frames.withFrames(own()),
      'tab/dossier': async () => (session ? dossierOf(session.page) : null),
      'tab/jump': async ({ entity, index }) => {
        const elsewhere = frames.placeOf(own(), entity, index)
        if (elsewhere) return { found: false, elsewhere }
        return { found: session?.page.jump(entity, index) ?? false }
      },
      'tab/frame-marks': async ({ frameId, ...marks }) => {
        frames.set(frameId, marks)
        retell()
        return null
      },
      'tab/step': async ({ by }) => ({ found: Boolean(session?.page.step(by)) }),
      'tab/open-card': async () => ({ found: session?.openCard() ?? false }),
      'tab/switch': async ({ on }) => {
        said = on
        if (settings) apply(settings)
        return null
      },
      'tab/leave': async () => {
        if (session) stop()
        life.abort()
        return null
      },
      'tab/date': async ({ date }) => {
        await session?.page.setDate(date)
        return frames.withFrames(own())
      },
      'tab/refresh': async () => {
        await session?.page.refresh()
        return null
      },
    },
  }
}

/** How often it is looked whether the extension is still there (milliseconds): one property is read. */
const LOOK = 3_000

/** An extension that was updated, switched off or removed tells its scripts nothing: they see that it is gone, and go. */
function watchExtension(life: AbortController, signal: AbortSignal): void {
  const timer = setInterval(() => isExtensionGone() && life.abort(), LOOK)
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** What the side panel shows and exports of this page. */
function dossierOf(page: Page): PageDossier {
  const { title, documentElement } = document
  const { date } = page.marks()
  const url = location.href.replace(/#.*$/, '')
  return { url, title, lang: documentElement.lang || undefined, date, ...page.quotes() }
}

/** The sites that decide: that of the tab, and a frame's own, where it has one. */
async function hostsOf(isTop: boolean): Promise<readonly string[]> {
  if (isTop) return [location.host]
  const reply = await ask('page/tab-host', {})
  return [reply.ok ? reply.value : '', location.host].filter((host) => host !== '')
}

const entitiesOf = (page: Page | undefined) =>
  (page?.marks().entities ?? []).map(({ entity, name, kind, count }) => ({ entity, name, kind, count }))
