import type { BrowserName } from '../../../.ci/find-browser.mjs'
import { askBackground, BARE_PAGE, updateNow } from '../../e2e/harness/ask-background.ts'
import type { BrowserSession, ExtensionView } from '../../e2e/harness/browser-session.ts'
import { grantedBuild } from '../../e2e/harness/granted-build.ts'
import { launch } from '../../e2e/harness/launch.ts'
import { readStoredBundle, type StoredBundle, untilShown } from '../../e2e/harness/stored-bundle.ts'
import { rootOfLines } from '../../unit/bundle/packed-generation.ts'
import { KILLED_BUNDLE, TELLING_ENTITY } from './kill-host.ts'

/** What is killed: the background alone, or the whole browser. */
export type Victim = 'background' | 'browser'

/** What a reader has of a bundle, with the digest of the records that are really there. */
export interface Shown extends Omit<StoredBundle, 'lines'> {
  readonly root: string
}

/** A reader whose browser is killed now and then; the profile stays. */
export class KilledReader {
  readonly name: BrowserName
  readonly #profile: string
  readonly #extension: string
  #browser: BrowserSession
  #page: ExtensionView

  private constructor(
    name: BrowserName,
    paths: { profile: string; extension: string },
    browser: BrowserSession,
    page: ExtensionView,
  ) {
    this.name = name
    this.#profile = paths.profile
    this.#extension = paths.extension
    this.#browser = browser
    this.#page = page
  }

  /** Starts a browser on a new or a kept profile. */
  static async start(name: BrowserName, profile: string): Promise<KilledReader> {
    const paths = { profile, extension: grantedBuild(name) }
    const browser = await launch(name, paths)
    return new KilledReader(name, paths, browser, await browser.openExtensionPage(BARE_PAGE))
  }

  subscribe(link: string): Promise<unknown> {
    return askBackground(this.#page, 'sync/subscribe', { link, firstUse: false })
  }

  /** Presses "update now" and gives how the update ended: a word, or what went wrong. */
  async update(): Promise<string> {
    const { outcome, code, where, detail } = await updateNow(this.#page)
    return code === undefined ? outcome : `${code} ${where}: ${detail}`
  }

  /** The same without waiting for its end, which a kill may prevent. */
  beginUpdate(): void {
    void this.update().catch(() => undefined)
  }

  /** Resolves when a generation is what readers see; the end of its update comes later. */
  async untilShown(generation: number): Promise<void> {
    await this.#page.run(untilShown, { bundle: KILLED_BUNDLE, generation })
  }

  async kill(victim: Victim): Promise<void> {
    if (victim === 'background') return this.#browser.stopBackground()
    await this.#browser.kill()
    const paths = { profile: this.#profile, extension: this.#extension }
    this.#browser = await launch(this.name, paths)
    this.#page = await this.#browser.openExtensionPage(BARE_PAGE)
  }

  async shown(): Promise<Shown | undefined> {
    const stored = await this.#page.run(readStoredBundle, KILLED_BUNDLE)
    if (!stored) return undefined
    const { lines, ...rest } = stored
    return { ...rest, root: rootOfLines(new Map(lines)) }
  }

  /** What the card of one entity says, through everything that a page's card goes through. */
  async card(): Promise<string> {
    const entities = [{ bundle: KILLED_BUNDLE, entity: TELLING_ENTITY }]
    const reply = (await askBackground(this.#page, 'entity/card', { entities })) as {
      readonly value?: readonly { readonly description: string }[]
    }
    return reply.value?.[0]?.description ?? ''
  }

  close(): Promise<void> {
    return this.#browser.close()
  }
}
