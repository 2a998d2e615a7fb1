import type { Page } from 'puppeteer-core'
import { describe, expect, test } from 'vitest'
import { usePlayground } from './playground.ts'

describe.each(['chromium', 'firefox'] as const)('by keyboard alone, in %s', (browser) => {
  const playground = usePlayground(browser)

  /** The text of what has the focus, as a screen reader would begin. */
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })

  /** What has the focus in a card, which stands in a shadow root, or else in the page. */
  const focusedInCard = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const outer = document.activeElement
      const element = outer?.shadowRoot?.activeElement ?? outer
      return (element?.getAttribute('title') || element?.textContent) ?? ''
    })

  /** Presses Tab until something of this name has the focus, as a reader without a pointer does; backwards if so wanted. */
  async function tabTo(page: Page, name: string, backwards = false): Promise<void> {
    if (backwards) await page.keyboard.down('Shift')
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if ((await focusedInCard(page)) !== name) continue
      if (backwards) await page.keyboard.up('Shift')
      return
    }
    throw new Error(`nothing named ${name} is reached with Tab`)
  }

  /** Waits until something of this name has the focus. */
  const untilFocused = (page: Page, name: string) =>
    page.waitForFunction(
      (wanted) => {
        const outer = document.activeElement
        const element = outer?.shadowRoot?.activeElement ?? outer
        return (element?.getAttribute('title') || element?.textContent) === wanted
      },
      {},
      name,
    )

  test('a search leads to an entry, and back', async () => {
    const page = await playground().show('popup-page')
    await page.focus('.search-field')
    await page.keyboard.type('secretary-general of the s')
    await page.waitForSelector('[role="option"]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h1.entity-name')
    expect(await page.$eval('h1.entity-name', ({ textContent }) => textContent)).toBe('SCO Secretary-General')
    expect(await page.evaluate(() => location.hash)).toBe(
      '#/entity/international-affairs/sco-secretary-general?date=2020-02-27',
    )
    expect(await page.$eval('.glance', ({ textContent }) => textContent)).toContain('Vladimir Norov')
    await page.focus('.popup-head a')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.entity-row')
  })

  test('an entry is opened from the list of the page', async () => {
    const page = await playground().show('popup-page')
    await page.focus('.entity-open')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h1.entity-name')
    expect(await page.$eval('h1.entity-name', ({ textContent }) => textContent)).toBe(
      'Shanghai Cooperation Organisation',
    )
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })

  /** Waits until an element lies within the part of the popup that scrolls. */
  const untilInSight = (page: Page, selector: string) =>
    page.waitForFunction(
      (wanted) => {
        const element = document.querySelector(wanted)
        const view = element?.closest('.popup-main')?.getBoundingClientRect()
        const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {}
        return view !== undefined && top >= view.top && bottom <= view.bottom
      },
      {},
      selector,
    )

  test('a bundle is looked at from its beginning, and what is not added leads back to the link', async () => {
    const page = await playground().show('popup-bundles')
    await page.focus('.subscription .field')
    await page.keyboard.type('https://facts.example.org/world/#bgk=x')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.bundle-preview')
    await untilFocused(page, 'International affairs')
    await untilInSight(page, '.bundle-preview .facts .fact-row:nth-child(4)')
    await tabTo(page, 'Do not add')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.matches('.subscription .field'))
  })

  test('an answer that comes when the reader writes another link is not shown', async () => {
    const page = await playground().show('popup-looking')
    const answer = () => page.evaluate(() => void dispatchEvent(new Event('host-answers')))
    const previews = () => page.evaluate(() => document.querySelectorAll('.bundle-preview').length)
    await page.waitForSelector('.form-state[data-state="looking"]')
    await page.focus('.subscription .field')
    await page.keyboard.type('y')
    await page.waitForSelector('.form-state[data-state="editing"]')
    await answer()
    // Two frames: whatever the answer changes is drawn by then
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    expect(await previews()).toBe(0)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.form-state[data-state="looking"]')
    await answer()
    await page.waitForSelector('.bundle-preview')
  })

  test('what came of a link that leads nowhere is in sight', async () => {
    const page = await playground().show('popup-host-refused')
    await untilInSight(page, '.subscription .notice')
    await untilInSight(await playground().show('popup-link-refused'), '.form-state[data-state="refused"]')
  })

  test('a bundle is not removed by pressing the same key twice', async () => {
    const page = await playground().show('popup-remove')
    await untilFocused(page, 'Keep it')
    await page.keyboard.press('Enter')
    await untilFocused(page, 'Remove')
  })

  test('the marks of a timeline are reached one by one, and lead to the list', async () => {
    const page = await playground().show('timeline-position-narrow')
    await page.$eval('.timeline-drawing [tabindex="0"]', (mark) => (mark as SVGElement).focus())
    expect(await focused(page)).toContain('Trygve Lie')
    await page.keyboard.press('End')
    const last = await focused(page)
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).not.toBe(last)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const row = await page.evaluate(() => document.activeElement?.className)
    expect(row).toBe('timeline-row')
    expect(await focused(page)).toContain('Trygve Lie')
  })

  test('a page has its timeline one tab away, filtered and zoomed', async () => {
    const page = await playground().show('popup-page')
    await tabTo(page, 'Timeline')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.timeline-drawing .mark')
    const marks = () => page.$$eval('.timeline-drawing .mark', ({ length }) => length)
    const before = await marks()
    await tabTo(page, 'People')
    await page.keyboard.press(' ')
    await page.waitForSelector('.chip[aria-pressed="false"]')
    expect(await marks()).toBeLessThan(before)
    const ticks = () => page.$$eval('.tick', (all) => all.map(({ textContent }) => textContent).join())
    const years = await ticks()
    await page.$eval('.timeline-drawing [tabindex="0"]', (mark) => (mark as SVGElement).focus())
    await page.keyboard.press('+')
    await page.waitForFunction(
      (shown) =>
        [...document.querySelectorAll('.tick')].map(({ textContent }) => textContent).join() !== shown,
      {},
      years,
    )
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('timeline-row')
  })

  test('everything that a card offers is done', async () => {
    const page = await playground().show('card-hint')
    await tabTo(page, 'Pin this card')
    await page.keyboard.press('Enter')
    await page.keyboard.down('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.up('Shift')
    expect(await focusedInCard(page)).toBe('Move this card with the arrow keys')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, 'Dismiss this remark')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Today')
    await page.keyboard.press(' ')
    await tabTo(page, 'Copy with its source')
    await page.keyboard.press('Enter')
    await untilFocused(page, 'Text')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Not this')
    await page.keyboard.press('Enter')
    await untilFocused(page, 'On this page')
    await tabTo(page, 'Everywhere')
    await page.keyboard.press('Enter')
    await untilFocused(page, 'Undo')
    await page.keyboard.press('Enter')
    await untilFocused(page, 'On this page')
    await tabTo(page, 'Open details')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    const did = await page.evaluate(() => (globalThis as unknown as { did: string[] }).did)
    const [pinned, moved, dismissed, copied, details, closed] = did
    expect([pinned, moved, dismissed]).toEqual(['pinned', 'moved by 16, 0', 'dismissed'])
    expect(copied).toMatch(/^SCO summit 2019.*\]\(<https?:/)
    expect([details, closed]).toEqual(['details of sco-summit-2019 as of undefined', 'closed'])
  })

  test('a card leads to a related entity, says why, and goes back', async () => {
    const page = await playground().show('card-person-2020')
    const name = () => page.$eval('.card-stage >>> .name', ({ textContent }) => textContent)
    await tabTo(page, 'Why this?')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.card-stage >>> .why')
    await tabTo(page, 'Back', true)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.card-stage >>> .entity-chip')
    await tabTo(page, 'SCO Secretary-General')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.card-stage >>> .card[data-kind="position"]')
    expect(await name()).toBe('SCO Secretary-General')
    await tabTo(page, 'Back', true)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.card-stage >>> .card[data-kind="person"]')
  })

  test('then and now are switched on an entry', async () => {
    const page = await playground().show('popup-position')
    await page.focus('.then-now-choice:last-child')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      document.querySelector('.holder')?.textContent?.includes('Nurlan Yermekbayev'),
    )
    expect(await page.$eval('.then-now [aria-pressed="true"]', ({ textContent }) => textContent)).toBe(
      'Today',
    )
  })

  test('a dossier is exported from the side panel, and a mention gone to', async () => {
    const page = await playground().show('panel-dossier')
    await page.focus('[data-format="csv"]')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      document.querySelector('[data-part="export"] [role="status"]')?.textContent?.includes('.md'),
    )
    await page.focus('.entity-row .jump')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      document.querySelector('.entity-row .jump')?.textContent?.includes('1 of '),
    )
  })

  test('a selected text is given to an entity in the side panel', async () => {
    const page = await playground().show('panel-naming')
    await page.focus('.search-field')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.body.textContent?.includes('from now on'))
  })

  test('a setting is found, changed and reset', async () => {
    const page = await playground().show('options-sites')
    await page.focus('.search-field')
    await page.keyboard.type('tint')
    await page.waitForFunction(() => document.querySelectorAll('.setting').length === 1)
    await page.focus('[data-setting="style"] input[value="line"]')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('dots')
    const resting = await playground().show('options-sites')
    await resting.focus('[data-setting="off-patterns"] .field')
    await resting.keyboard.type('https://example.org/')
    await resting.keyboard.press('Enter')
    await resting.waitForSelector('[data-setting="off-patterns"] .problem')
    await resting.focus('[data-setting="reset"] .button')
    await resting.keyboard.press('Enter')
    await resting.waitForSelector('.button-danger')
    expect(await focused(resting)).toBe('Yes, reset all settings')
    await resting.keyboard.press('Enter')
    await resting.waitForFunction(() =>
      document.querySelector('[data-setting="reset"]')?.textContent?.includes('as after the installation'),
    )
  })
})
