import type { BrowserName } from '../../../.ci/find-browser.mjs'
import type { RequestLog } from './request-log.ts'

/**
 * A function that is sent to another world as text: it must use nothing from around it but its parameter,
 * which must be JSON, as must what it gives back.
 */
export type Sent<A, T> = (argument: A) => T | Promise<T>

/** The same for an extension page: it gets the page's window first. */
export type SentToView<A, T> = (view: Window & typeof globalThis, argument: A) => T | Promise<T>

export type ColourScheme = 'light' | 'dark'

/** A visited page in a tab. */
export interface Tab {
  /** Runs a function in the page's own world. */
  inPage<A, T>(run: Sent<A, T>, argument: A): Promise<T>
  /** Runs a function in the content script's world; the extension must have access to the page. */
  inContentScript<A, T>(run: Sent<A, T>, argument: A): Promise<T>
  goTo(url: string): Promise<void>
  /** What the page's console has been told so far of errors, those of content scripts included. */
  readonly complaints: readonly string[]
  bringToFront(): Promise<void>
  /** Moves the pointer as a hand does, in several steps; CSS pixels of the viewport. */
  movePointer(x: number, y: number): Promise<void>
  click(x: number, y: number): Promise<void>
  /** Presses the button that asks for the context menu. */
  rightClick(x: number, y: number): Promise<void>
  /** Touches with a finger, for a moment. */
  tap(x: number, y: number): Promise<void>
  press(key: 'Escape' | 'Tab' | 'Enter'): Promise<void>
  /** Pastes what is on the clipboard into whatever has the focus, by the keys of the platform. */
  paste(): Promise<void>
  /** Types text with the keyboard into whatever has the focus. */
  type(text: string): Promise<void>
  /** Writes what the viewport shows as PNG. */
  readonly screenshot: (file: string) => Promise<void>
  close(): Promise<void>
}

/** A page of the extension, the real popup included. */
export interface ExtensionView {
  run<A, T>(run: SentToView<A, T>, argument: A): Promise<T>
  /** Presses with the pointer, as the browser's own questions demand; CSS pixels of the page. */
  click(x: number, y: number): Promise<void>
  readonly screenshot: (file: string) => Promise<void>
  close(): Promise<void>
}

/** What a reader does to the browser itself, on the tab in front. */
export interface BrowserActs {
  /** Gives a command by its key, as far as it has one. */
  command(name: string): Promise<void>
  /** Chooses an entry of the context menu at a point of the page, for what is selected there. */
  chooseInMenu(tab: Tab, id: string, place: { readonly x: number; readonly y: number }): Promise<void>
  /** Types behind the keyword into the address bar, gives what is offered, and takes the first. */
  typeAddress(text: string): Promise<readonly string[]>
}

/** A running browser with the extension (or, to compare, without). */
export interface BrowserSession {
  readonly name: BrowserName
  readonly version: string
  /** All that the browser asked the network for. */
  readonly log: RequestLog
  readonly acts: BrowserActs
  open(url: string): Promise<Tab>
  /** Runs a function where the extension's whole API is at hand (`chrome`, in both browsers). */
  inExtension<A, T>(run: Sent<A, T>, argument: A): Promise<T>
  /** Presses the extension's button on a tab and gives the popup that opens. */
  openPopup(tab: Tab): Promise<ExtensionView>
  /** Opens the side panel (Chromium) or the sidebar (Firefox) beside a tab. */
  openPanel(tab: Tab): Promise<ExtensionView>
  /** Opens one of the extension's pages in a tab of its own, for example `/welcome.html`. */
  openExtensionPage(path: string): Promise<ExtensionView>
  /** Installs a built extension in the running browser, or another build over it, as an update does. */
  install(extension: string): Promise<void>
  /** The installed extension comes anew under open pages, as an update does. */
  update(): Promise<void>
  /**
   * The reader says yes when the extension asks for these sites (match patterns). Firefox: the browser's own question
   * is answered when it comes. Chromium: nobody can press its dialog in a test, so what it would write is written before.
   */
  consent(origins: readonly string[]): Promise<void>
  /** The reader allows these sites and no others from now on, by the browser's own switches; no question is asked. */
  allow(origins: readonly string[]): Promise<void>
  /** Opens a page in a private window that the reader has allowed the extension in. */
  openPrivate(url: string): Promise<Tab>
  /** What pages and the popup are told of the reader's preference from now on. */
  setColourScheme(scheme: ColourScheme): Promise<void>
  /** Closes every tab and page that was opened here and is still open. */
  closeTabs(): Promise<void>
  /** Ends the extension's background in the middle of whatever it does, as the browser itself may at any time. */
  stopBackground(): Promise<void>
  /** Ends the browser as a power cut does: nothing is closed, nothing is told. Resolves when its process is gone. */
  kill(): Promise<void>
  /** Resolves when the reader has closed the browser. */
  untilClosed(): Promise<void>
  close(): Promise<void>
}

/** How a browser is to be started. */
export interface LaunchOptions {
  /** The folder of the built extension; absent for a browser without it. */
  readonly extension?: string
  /** The folder of a profile that outlives the browser; the extension may be installed in it already. */
  readonly profile?: string
  /** Started without, but it is going to be installed. */
  readonly installable?: true
  /** With a window on the screen. */
  readonly headed?: boolean
}

/** The text that a sent function and its argument become. */
export const asExpression = <A, T>(run: Sent<A, T>, argument: A): string =>
  `(${run.toString()})(${JSON.stringify(argument) ?? ''})`

/** What the extension calls the tab in front. */
export const ACTIVE_TAB =
  'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)'

/** The text of a call that runs a function in the content scripts' world of a tab. */
export const asContentScript = <A, T>(tab: number, run: Sent<A, T>, argument: A): string => `(async () => {
  const args = ${JSON.stringify(argument === undefined ? [] : [argument])}
  const [frame] = await chrome.scripting.executeScript({ target: { tabId: ${tab} }, args, func: ${run.toString()} })
  if (frame.error) throw new Error(String(frame.error.message ?? frame.error))
  return frame.result
})()`
