import { afterAll, describe, expect, test } from 'vitest'
import { HOSTILE_PAGES } from './hostile-pages/all.ts'
import type { Counts, HostilePage } from './hostile-pages/hostile-page.ts'
import { BROWSERS, useBareBrowser } from './launch.ts'

/** Runs in the page: what its own scripts have of the document. */
const readMarkup = (): string => new XMLSerializer().serializeToString(document)

const documentOf = ({ html, type }: HostilePage): string | Uint8Array =>
  type === undefined && typeof html === 'string'
    ? `<!doctype html><html lang="en"><title>A page</title><body style="font:20px/1.5 sans-serif">${html}</body></html>`
    : html

/** Main-thread milliseconds of ours per page, longest slice first; told, not judged: machines differ. */
const figures: { page: string; slice: number; total: number }[] = []

describe.each(BROWSERS)('in %s, a page with', (name) => {
  const open = useBareBrowser(name)

  test.each(HOSTILE_PAGES.filter(({ only = name }) => only === name))('$name: $proves', async (hostile) => {
    const page = await open(documentOf(hostile), hostile.type, hostile.policy)
    const before = hostile.changes ? '' : await page.inPage(readMarkup)
    await page.call('start')
    await page.until('marks', [], (marks) => marks?.state === 'marked')
    await page.until('counts', [], (counts) => isSame(counts, hostile.counts))
    if (!hostile.changes) expect(await page.inPage(readMarkup)).toBe(before)
    if (hostile.act) await page.inPage(hostile.act)
    if (hostile.after) {
      const { after } = hostile
      await page.until('counts', [], (counts) => isSame(counts, after))
    }
    await hostile.check?.(page)
    expect(await page.call('errors')).toBe(0)
    const { longest, total } = await page.call('slices')
    figures.push({ page: `${name}: ${hostile.name}`, slice: longest, total })
    await page.close()
  })
})

const isSame = (one: Counts, other: Counts): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, count]) => other[name] === count)

afterAll(() => {
  figures.sort((a, b) => b.slice - a.slice)
  console.info(`${figures.length} hostile pages; longest slices of ours (ms):`)
  console.table(figures.slice(0, 8))
})
