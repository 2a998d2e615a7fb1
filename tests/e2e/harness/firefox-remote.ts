import type { Browser } from 'puppeteer-core'
import type { OpenTab } from './until-welcomed.ts'

/** Calls that Puppeteer has no method for, over its own WebDriver BiDi connection. */
export interface FirefoxRemote {
  /** Opens a tab in the background and gives its browsing context. */
  createTab(): Promise<string>
  closeTab(context: string): Promise<void>
  /** Every tab, those with pages of an extension included. */
  readonly tabs: () => Promise<OpenTab[]>
  /** Sends a tab to an address without waiting: the end of loading an extension's page is never told. */
  navigate(context: string, url: string): Promise<void>
  /** The value of an expression in a page; promises are awaited. It must be JSON. */
  evaluate<T>(context: string, expression: string): Promise<T>
  /** The same in the browser's own window. */
  evaluateInBrowser<T>(expression: string): Promise<T>
  /** Brings a tab to the front and presses with the pointer in it; CSS pixels of the page. */
  click(context: string, x: number, y: number): Promise<void>
  /** What a tab shows, as PNG. */
  capture(context: string): Promise<Buffer>
}

/** What an evaluation answers, as far as it is used here. */
type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value?: unknown } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } }

interface Sender {
  send(method: string, params: object): Promise<{ readonly result: unknown }>
}

/** The raw side of a Firefox that was started with `--remote-allow-system-access`. */
export function firefoxRemote(browser: Browser): FirefoxRemote {
  // The connection is no part of Puppeteer's documented interface; extension pages cannot be reached without it.
  const { connection } = browser as unknown as { readonly connection: Sender }
  const send = async <T>(method: string, params: object) =>
    (await connection.send(method, params)).result as T

  async function evaluate<T>(context: string, expression: string): Promise<T> {
    // As text, so that objects come back as they are and not in the protocol's own notation.
    const text = `(async () => JSON.stringify(await (${expression})) ?? 'null')()`
    const params = { expression: text, target: { context }, awaitPromise: true }
    const answer = await send<Evaluated>('script.evaluate', params)
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
    return JSON.parse(String(answer.result.value)) as T
  }

  async function browserWindow(): Promise<string> {
    const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    })
    const [first] = contexts
    if (first === undefined) throw new Error('Firefox has no window.')
    return first.context
  }

  const closeTab = async (context: string) => void (await send('browsingContext.close', { context }))

  async function tabs(): Promise<OpenTab[]> {
    const { contexts } = await send<{ contexts: { context: string; url: string }[] }>(
      'browsingContext.getTree',
      {},
    )
    return contexts.map(({ context, url }) => ({ url, close: () => closeTab(context) }))
  }

  return {
    tabs,
    createTab: async () =>
      (await send<{ context: string }>('browsingContext.create', { type: 'tab', background: true })).context,
    closeTab,
    navigate: async (context, url) =>
      void (await send('browsingContext.navigate', { context, url, wait: 'none' })),
    evaluate,
    evaluateInBrowser: async (expression) => evaluate(await browserWindow(), expression),
    click: async (context, x, y) => {
      const [down, up] = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) }
      const actions = [{ type: 'pointer', id: 'mouse', actions: [at, down, up] }]
      // What the browser asks then, it asks over the tab in front alone.
      await send('browsingContext.activate', { context })
      await send('input.performActions', { context, actions })
    },
    capture: async (context) => {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context })
      return Buffer.from(data, 'base64')
    },
  }
}
