import type { Frame, Page } from 'puppeteer-core'
import type { Inside } from './inside.ts'

type Answer<N extends keyof Inside> = Awaited<ReturnType<Inside[N]>>

/** A page with what is under test in a world of its own, as a content script is. */
export interface TestPage {
  /** For pointer, keys and screenshots. */
  readonly page: Page
  /** Calls a function of inside.ts there; arguments and result are JSON. */
  readonly call: <N extends keyof Inside>(name: N, ...args: Parameters<Inside[N]>) => Promise<Answer<N>>
  /** Runs a function in the page's own world, where its scripts run. */
  readonly inPage: <T>(run: () => T | Promise<T>) => Promise<T>
  /** Calls a function of inside.ts until its result is as wanted, and gives that; throws with the last result after a minute. */
  readonly until: <N extends keyof Inside>(
    name: N,
    args: Parameters<Inside[N]>,
    wanted: (result: Answer<N>) => boolean,
  ) => Promise<Answer<N>>
  readonly close: () => Promise<void>
}

const PATIENCE = 60_000
const PAUSE = 40

/** A world that shares the document and nothing else; puppeteer has it for itself, in both browsers. */
interface WithIsolatedRealm {
  readonly isolatedRealm: () => Pick<Frame, 'evaluate'>
}

export async function openTestPage(page: Page, url: string, script: string): Promise<TestPage> {
  // A page that asks is answered, or it would wait for ever.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined))
  await page.goto(url)
  const realm = (page.mainFrame() as unknown as WithIsolatedRealm).isolatedRealm()
  await realm.evaluate(`${script}; undefined`)
  const call = <N extends keyof Inside>(name: N, ...args: Parameters<Inside[N]>): Promise<Answer<N>> =>
    realm.evaluate(`inside.${name}(...${JSON.stringify(args)})`) as Promise<Answer<N>>
  const until = async <N extends keyof Inside>(
    name: N,
    args: Parameters<Inside[N]>,
    wanted: (result: Answer<N>) => boolean,
  ): Promise<Answer<N>> => {
    const end = performance.now() + PATIENCE
    for (;;) {
      const result = (await call(name, ...args)) as Answer<N>
      if (wanted(result)) return result
      if (performance.now() > end) throw new Error(`${name} stays ${JSON.stringify(result)}`)
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
  return { page, call, until, inPage: (run) => page.evaluate(run), close: () => page.close() }
}
