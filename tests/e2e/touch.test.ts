import { describe, expect, test } from 'vitest'
import { readCard, untilCard, untilNoCard } from './harness/card.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { startMadePages } from './harness/made-pages.ts'
import { untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { placeOf } from './harness/page-text.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

/** A name in running text, one in a link and one in a button of the page. */
const PAGE = `<!doctype html><html lang="en"><title>Touch</title><meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,"><body style="font:20px/2 sans-serif;min-height:3000px">
  <p>The Shanghai Cooperation Organisation met.</p>
  <p><a href="#linked">The United Nations</a> was there.</p>
  <p><button onclick="document.title = 'pressed'">ask the World Health Organization</button></p>
  </body></html>`

describe.each(BROWSERS)('in %s, with a finger', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('a tap on a mark opens its card, a tap beside it closes it, and what the page does with a tap it still does', async () => {
    const { browser } = running()
    const site = await startMadePages(() => PAGE)
    const tab = await browser.open(`${site.origin}/`)
    await untilMarks(tab, 'the page is marked', ({ length }) => length === 3)
    const tap = async (text: string) => {
      const { x, y } = await placeOf(tab, text)
      await tab.tap(x, y)
    }
    const sco = 'Shanghai Cooperation Organisation'
    await tap(sco)
    const card = await untilCard(tab, message('kind.organization'))
    expect(card.text).toContain(sco)
    // The card stays without a pointer, and can be pressed.
    const why = card.buttons.find(({ label }) => label === message('why.title'))
    if (why === undefined) throw new Error('no way to ask why')
    await tab.tap(why.x, why.y)
    await untilCard(tab, 'is taken to mean')
    // Far from the card.
    await tab.tap(1200, 850)
    await untilNoCard(tab)
    await tap(sco)
    await untilCard(tab, message('kind.organization'))
    await tap(sco)
    await untilNoCard(tab)

    await tap('United Nations')
    await until('the link is followed', () => tab.inPage(() => location.hash === '#linked', null))
    await tap('World Health Organization')
    await until('the button is pressed', () => tab.inPage(() => document.title === 'pressed', null))
    expect(await readCard(tab)).toBeNull()
    site.close()
  })
})
