import type { BrowserSession, ExtensionView } from '../../e2e/harness/browser-session.ts'
import { readView } from '../../e2e/harness/popup.ts'
import { until } from '../../e2e/harness/until.ts'
import type { RepositoryHost } from './repository-host.ts'
import { watchMemory } from './watch-memory.ts'

/** So long a step may take, in milliseconds. */
export const PATIENCE = 900_000

/** The transactions of the background that write, by what they are for; milliseconds. */
interface Writes {
  flip: number
  /** What the flip asked for, each with the time from its beginning until that was done. */
  steps: string[]
  longest: number
  count: number
}

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10
const half = (times: readonly number[], share: number): number =>
  Math.round((times[Math.floor((times.length - 1) * share)] ?? 0) * 10) / 10

/** The extension in a browser, and what is noted of each step: seconds, memory of its processes, transactions, bytes. */
export class MillionStage {
  readonly rows: object[] = []
  readonly popup: ExtensionView
  readonly #browser: BrowserSession
  readonly #host: RepositoryHost
  #served = new Map<string, number>()

  constructor(browser: BrowserSession, popup: ExtensionView, host: RepositoryHost) {
    this.#browser = browser
    this.popup = popup
    this.#host = host
  }

  /** Told at once: the whole takes many minutes. */
  note(step: string, row: object): void {
    this.rows.push({ step, ...row })
    console.error(JSON.stringify({ step, ...row }))
  }

  /** Does a step; `extension` is the process of the background and of the extension's pages, `page` that of a visited page. */
  async measured(step: string, run: () => Promise<object>): Promise<void> {
    const [extension, page] = [watchMemory('--extension-process'), watchMemory('', '--extension-process')]
    const from = performance.now()
    try {
      const row = await run()
      this.note(step, { seconds: seconds(from), ...row, ...(await this.#writes()) })
    } finally {
      const [{ before, peak }, { peak: pagePeak }] = [extension.stop(), page.stop()]
      this.note(step, { 'MB of the extension before, at most': [before, peak], 'of a page': pagePeak })
    }
  }

  /** What was written since this was asked last. */
  async #writes(): Promise<object> {
    const { flip, steps, longest, count } = await this.#browser.inExtension(() => {
      const { writes } = globalThis as unknown as { writes: Writes }
      const told = { ...writes }
      Object.assign(writes, { flip: 0, steps: [], longest: 0, count: 0 })
      return told
    }, null)
    if (count === 0) return {}
    return {
      ...(flip > 0 && { 'flip, ms': flip, 'its steps': steps.join(', ') }),
      'longest other transaction, ms': longest,
      transactions: count,
    }
  }

  /** The different lines that the popup shows until it shows a text. */
  async linesUntil(end: string, line: RegExp): Promise<string[]> {
    const lines = new Set<string>()
    await until(
      `the popup shows "${end}"`,
      async () => {
        const shown = await readView(this.popup)
        for (const each of shown.split('\n')) if (line.test(each)) lines.add(each)
        return shown.includes(end)
      },
      PATIENCE,
    )
    return [...lines]
  }

  /** The same until a name is among the hits, and nothing more is made ready. */
  async linesUntilFound(name: string): Promise<string[]> {
    const lines = new Set<string>()
    await until(
      `"${name}" is found`,
      async () => {
        const { hits, waits } = await this.popup.run(({ document }) => {
          const text = (selector: string) =>
            [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '')
          return { hits: text('.hit-name'), waits: text('.search-progress p:first-of-type') }
        }, null)
        for (const each of waits) lines.add(each)
        return waits.length === 0 && hits.some((each) => each.includes(name))
      },
      PATIENCE,
    )
    return [...lines]
  }

  /** The popup asks the background for cards of entities all over the bundle, one after the other; milliseconds. */
  async cards(bundle: string, entities: number, count: number): Promise<object> {
    const times = await this.popup.run(
      async (_window, asked) => {
        const took: number[] = []
        for (let index = 0; index < asked.count; index += 1) {
          const entity = `entity-${String((index * 7_919 * 131) % asked.entities).padStart(7, '0')}`
          const from = performance.now()
          const payload = { entities: [{ bundle: asked.bundle, entity }] }
          await chrome.runtime.sendMessage({ to: 'background', name: 'entity/card', payload })
          took.push(performance.now() - from)
        }
        return took.sort((a, b) => a - b)
      },
      { bundle, entities, count },
    )
    return {
      count,
      'median, ms': half(times, 0.5),
      '95th, ms': half(times, 0.95),
      'most, ms': half(times, 1),
    }
  }

  /** Requests and bytes of files since this was asked last: signed metadata, and all others. */
  newlyServed(): object {
    const sum = { requests: 0, metadata: 0, data: 0 }
    for (const [path, bytes] of this.#host.served) {
      const more = bytes - (this.#served.get(path) ?? 0)
      if (more === 0) continue
      sum.requests += Math.round(more / (this.#host.sizes.get(path) ?? more))
      sum[path.includes('/metadata/') ? 'metadata' : 'data'] += more
    }
    this.#served = new Map(this.#host.served)
    return { requests: sum.requests, 'bytes of metadata': sum.metadata, 'bytes of data': sum.data }
  }
}

/**
 * Times the writing transactions of the background from now on, from the first use of a table to the end: those of a
 * database that is open already do not pass the place where transactions are begun.
 */
export async function watchTransactions(browser: BrowserSession): Promise<void> {
  await browser.inExtension(() => {
    const writes: Writes = { flip: 0, steps: [], longest: 0, count: 0 }
    Object.assign(globalThis, { writes })
    const known = new WeakSet<IDBTransaction>()
    const flips = new WeakMap<IDBTransaction, number>()
    const watch = (transaction: IDBTransaction) => {
      const from = performance.now()
      const stores = [...transaction.objectStoreNames]
      known.add(transaction)
      const isFlip = stores.includes('trusts') && stores.includes('bundles')
      if (isFlip) flips.set(transaction, from)
      transaction.addEventListener('complete', () => {
        const took = Math.round(performance.now() - from)
        writes.count += 1
        if (isFlip) writes.flip = took
        else writes.longest = Math.max(writes.longest, took)
      })
    }
    const native = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'objectStore')
      ?.value as IDBTransaction['objectStore']
    IDBTransaction.prototype.objectStore = function timed(this: IDBTransaction, name) {
      if (this.mode === 'readwrite' && !known.has(this)) watch(this)
      return native.call(this, name)
    }
    for (const name of ['get', 'getAll', 'getAllKeys', 'put', 'delete'] as const) {
      const asked = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)?.value as (
        ...given: unknown[]
      ) => IDBRequest
      const told = function (this: IDBObjectStore, ...given: unknown[]): IDBRequest {
        const request = asked.apply(this, given)
        const from = flips.get(this.transaction)
        if (from === undefined) return request
        const begun = Math.round(performance.now() - from)
        request.addEventListener('success', () =>
          writes.steps.push(`${this.name}.${name} ${begun}-${Math.round(performance.now() - from)}`),
        )
        return request
      }
      Object.defineProperty(IDBObjectStore.prototype, name, { value: told })
    }
  }, null)
}
