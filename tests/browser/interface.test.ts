import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Dress, usePlayground } from './playground.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What is only a part of a page cannot have the landmarks and the heading of a whole one. */
const PARTS = /^(card|timeline)-/
const WHOLE_PAGES_ONLY = Object.fromEntries(
  ['region', 'page-has-heading-one', 'landmark-one-main'].map((rule) => [rule, { enabled: false }]),
)

/** The complaints of axe about a page: rule and place. */
async function complaints(page: Page, options: RunOptions): Promise<string[]> {
  const results = await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run: (o: unknown) => Promise<AxeResults> } }).axe.run(run),
    options,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

describe('every state of the interface', () => {
  const playground = usePlayground('chromium')
  let axe: string
  beforeAll(async () => {
    axe = await readFile(AXE, 'utf8')
  })

  const DRESSES: readonly Dress[] = [
    { theme: 'light' },
    { theme: 'dark' },
    { theme: 'light', language: 'ar' },
    { theme: 'dark', language: 'long', text: 200 },
  ]

  test.each(DRESSES)('has no fault that axe finds: %o', { timeout: 600_000 }, async (dress) => {
    const names = await playground().names()
    expect(names.length).toBeGreaterThan(60)
    const found: string[] = []
    for (const name of names) {
      const page = await playground().show(name, dress)
      await page.evaluate(axe)
      const rules = PARTS.test(name) ? { rules: WHOLE_PAGES_ONLY } : {}
      found.push(...(await complaints(page, rules)).map((complaint) => `${name}: ${complaint}`))
    }
    expect(found).toEqual([])
  })

  test('shows hostile texts as texts: nothing runs, nothing loads, no link leads astray', async () => {
    for (const name of ['card-hostile', 'popup-hostile']) {
      const page = await playground().show(name)
      const seen = await page.evaluate(() => {
        const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
        const all = [document, ...roots].flatMap((root) => [
          ...root.querySelectorAll('body *, .backgrounder, .backgrounder *'),
        ])
        return {
          text: all.map((element) => element.textContent ?? '').join(''),
          made: all.filter((element) => element.matches('img, iframe, object, embed, .backgrounder script'))
            .length,
          links: all.flatMap((element) => (element instanceof HTMLAnchorElement ? [element.protocol] : [])),
        }
      })
      expect(seen.text).toContain('<img src=x onerror=alert(1)>')
      expect(seen.text).not.toMatch(/\u202E/)
      expect(seen.made).toBe(0)
      expect(seen.links.filter((protocol) => !/^https?:$/.test(protocol))).toEqual([])
    }
  })

  test('does not run over its edge, in any text size', async () => {
    for (const text of [100, 200])
      for (const name of [
        'panel-dossier',
        'panel-entry',
        'popup-page',
        'popup-organisation',
        'popup-hostile',
        'popup-bundles',
        'popup-no-access',
      ]) {
        const page = await playground().show(name, { text, language: 'long' })
        const over = await page.$eval('.popup-main', (main) => main.scrollWidth - main.clientWidth)
        expect(`${name} at ${text} %: ${over}`).toBe(`${name} at ${text} %: 0`)
      }
  })
})
