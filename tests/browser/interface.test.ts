import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Stage, Wardrobe } from '../playground/open-playground.ts'
import { usePlayground } from './playground.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What is only a part of a page cannot have the landmarks and the heading of a whole one. */
const PARTS = /^(card|timeline)-/
const WHOLE_PAGES_ONLY = ['region', 'page-has-heading-one', 'landmark-one-main']

/** What can be wrong in one dress and right in another that shows the same elements. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** High enough that hardly anything has to be scrolled to. */
const VIEWPORT = { width: 900, height: 2400 }

/** `axe`: all rules, or those of colour where another dress with the same elements has been held against all. */
const DRESSES: readonly (Wardrobe & { readonly axe: 'all' | 'colour' })[] = [
  { theme: 'light', axe: 'all' },
  { theme: 'dark', reducedMotion: true, axe: 'colour' },
  { theme: 'light', language: 'ar', axe: 'all' },
  { theme: 'dark', language: 'long', text: 200, axe: 'colour' },
  { theme: 'dark', forcedColours: true, reducedMotion: true, axe: 'colour' },
]

/** The complaints of axe about what is shown: rule and place. */
async function complaints(page: Page, name: string, which: 'all' | 'colour'): Promise<string[]> {
  const off = PARTS.test(name) ? WHOLE_PAGES_ONLY : []
  const options: RunOptions = {
    // There is no frame in an exhibit, and no rule asked for reads the text of style sheets.
    iframes: false,
    preload: false,
    resultTypes: ['violations'],
    ...(which === 'colour'
      ? { runOnly: { type: 'rule', values: RULES_OF_COLOUR } }
      : { rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) }),
  }
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
  let stages: readonly Stage[]
  beforeAll(async () => {
    const axe = await readFile(AXE, 'utf8')
    stages = await Promise.all([playground().stage(VIEWPORT), playground().stage(VIEWPORT)])
    for (const { page } of stages) await page.evaluate(axe)
  })
  const first = () => stages[0] as Stage

  test.each(DRESSES)(
    'is whole to the eye, and without a fault that axe finds: %o',
    {
      timeout: 600_000,
    },
    async ({ axe, ...dress }) => {
      const { names } = first()
      expect(names.length).toBeGreaterThan(60)
      const waiting = [...names]
      const found: string[] = []
      // While one waits for a frame the other computes.
      const lookAtAll = async (stage: Stage): Promise<void> => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
          await stage.show(name, dress)
          const faults = [...(await stage.faultsInSight(dress)), ...(await complaints(stage.page, name, axe))]
          const named = name
          found.push(...faults.map((fault) => `${named}: ${fault}`))
        }
      }
      await Promise.all(stages.map(lookAtAll))
      expect(found).toEqual([])
    },
  )

  test('names its entities in the reader’s language where the bundle does, search hits and what is muted too', async () => {
    const stage = first()
    const read = () => stage.page.$eval('.popup-main', ({ textContent }) => textContent ?? '')
    const SCO = 'Шанхайская организация сотрудничества'
    const dress = { language: 'ru' }
    await stage.show('popup-page', dress)
    expect(await read()).toContain(SCO)
    await stage.show('popup-search-abbreviation', dress)
    expect(await read()).toContain(SCO)
    await stage.show('popup-muted', dress)
    expect(await read()).toContain('Международный союз электросвязи')
    await stage.show('popup-page', {})
    expect(await read()).toContain('Shanghai Cooperation Organisation')
  })

  // Each breaks something that anybody would see, as a slip in a style sheet does.
  test.each([
    [
      '.entity-row { white-space: nowrap; inline-size: 180px; overflow: hidden }',
      /is cut off by \.entity-row/,
    ],
    ['.popup-foot { margin-block-start: -60px }', /is covered by|lies over/],
    ['.jump { position: absolute; inset-inline-start: 40px }', /runs under \.jump/],
    ['.entity-row:nth-child(2) { margin-inline-start: 20px }', /rows of ul do not line up/],
    ['.page-view { inline-size: 450px }', /leaves \.backgrounder|too wide inside/],
    ['.entity-open { color: transparent }', /is hardly to be seen/],
    ['.page-line { opacity: 0.3 }', /is hardly to be seen/],
    ['.kind { font-size: 8px }', /is set in 8px/],
    ['.icon { inline-size: 2px }', /an icon in/],
    ['.tabs { block-size: 6px }', /lies over|runs under|is covered by/],
    ['.popup { background: white; color-scheme: light }', /is not dark/],
    ['.popup { display: none }', /nothing is to be read/],
    ['.jump { font-family: fantasy }', /\.jump has a font of its own/],
  ])('is seen to be broken by %s', async (style, fault) => {
    const stage = first()
    const dress = { theme: 'dark' } as const
    await stage.show('popup-page', dress)
    expect(await stage.faultsInSight(dress)).toEqual([])
    const content = style.replaceAll(/;|(?= \})/g, ' !important$&')
    const broken = await stage.page.addStyleTag({ content })
    const faults = await stage.faultsInSight(dress)
    await broken.evaluate((element) => (element as Element).remove())
    expect(faults.join('\n')).toMatch(fault)
  })
})
