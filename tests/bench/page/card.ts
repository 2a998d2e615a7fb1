import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts'
import { grantedBuild } from '../../e2e/harness/granted-build.ts'
import { launch } from '../../e2e/harness/launch.ts'
import { untilMarks } from '../../e2e/harness/marks.ts'
import { placeOf } from '../../e2e/harness/page-text.ts'
import { startSite } from '../../e2e/harness/site.ts'
import { until } from '../../e2e/harness/until.ts'
import { median } from '../matching/measure.ts'
import type { Figures } from './read.ts'

/** Cards opened in one run, the first one apart: it fetches its script and its style. */
const CARDS = 9
const NAME = 'Vladimir Norov'

/**
 * From the end of the dwell to the frame after the card's host stands in the page, in the real extension with the
 * packaged bundle: the page sees the host come, and knows when the pointer came to rest.
 */
export async function measureCard(): Promise<Figures> {
  const site = await startSite()
  const browser = await launch('chromium', { extension: grantedBuild('chromium') })
  try {
    const tab = await browser.open(`${site.origin}/sample-article/`)
    await untilMarks(tab, 'the article is marked', (marks) => marks.includes(NAME))
    await tab.inPage(watchCards, null)
    const { x, y } = await placeOf(tab, NAME)
    const times: number[] = []
    for (let count = 0; count <= CARDS; count++) {
      await tab.movePointer(x, y)
      times.push(await until('the card is painted', () => tab.inPage(lastCard, count)))
      await tab.press('Escape')
      await tab.movePointer(5, 5)
      await until('the card has gone', () =>
        tab.inPage(() => document.documentElement.childElementCount === 2, null),
      )
    }
    const [first = Number.NaN, ...later] = times.map((time) => time - DEFAULT_SETTINGS.dwell)
    return { first, later: median(later) }
  } finally {
    await browser.close()
    site.close()
  }
}

interface Watched {
  cards?: number[]
}

/** Runs in the page: notes for each card how long after the last move of the pointer it was painted. */
function watchCards(): void {
  const watched = globalThis as Watched
  watched.cards = []
  let moved = 0
  addEventListener(
    'pointermove',
    () => {
      moved = performance.now()
    },
    true,
  )
  new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => addedNodes.length > 0)) return
    requestAnimationFrame(() => setTimeout(() => watched.cards?.push(performance.now() - moved)))
  }).observe(document.documentElement, { childList: true })
}

const lastCard = (count: number): number | undefined => (globalThis as Watched).cards?.[count]
