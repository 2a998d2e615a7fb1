import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { latinNames } from '../matching/latin-names.ts'
import type { BenchBrowser } from './browser.ts'
import { type Figures, settle } from './read.ts'

const MARK_JS = join(import.meta.dirname, '..', 'node_modules', 'mark.js', 'dist', 'mark.min.js')

/** mark.js with an array of names, whole words: the usual way to mark a page. Milliseconds with the layout that it causes. */
export async function measureMarkJs(browser: BenchBrowser, names: number, units: number): Promise<Figures> {
  const page = await browser.openBare(names, units)
  await settle(page)
  await page.evaluate(readFileSync(MARK_JS, 'utf8'))
  const total = await page.evaluate(
    (list) => {
      const { Mark } = globalThis as unknown as {
        Mark: new (root: Element) => { mark: (names: string[], options: object) => void }
      }
      const start = performance.now()
      new Mark(document.body).mark(list, {
        accuracy: 'exactly',
        separateWordSearch: false,
        acrossElements: true,
      })
      document.body.getBoundingClientRect()
      return performance.now() - start
    },
    latinNames(names).map(({ text }) => text),
  )
  await page.close()
  return { total }
}

/** A `<mark>` around every seventeenth word, in as many places as there are names, found without any search: the cost of elements alone. */
export async function measureWrapping(browser: BenchBrowser, units: number): Promise<Figures> {
  const page = await browser.openBare(1_000, units)
  await settle(page)
  const total = await page.evaluate(() => {
    const start = performance.now()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    let words = 0
    for (const text of texts) {
      let rest = text
      for (let at = rest.data.indexOf(' '); at >= 0; at = rest.data.indexOf(' ')) {
        rest = rest.splitText(at + 1)
        if (++words % 17 > 0) continue
        const mark = document.createElement('mark')
        const end = rest.data.indexOf(' ')
        const after = rest.splitText(end < 0 ? rest.length : end)
        rest.replaceWith(mark)
        mark.append(rest)
        rest = after
      }
    }
    document.body.getBoundingClientRect()
    return performance.now() - start
  })
  await page.close()
  return { total }
}
