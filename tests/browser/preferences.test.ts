import { describe, expect, test } from 'vitest'
import { BROWSERS, useBareBrowser } from './launch.ts'

describe.each(BROWSERS)('in %s', (name) => {
  const open = useBareBrowser(name)

  test('cards open as the reader chose: with Alt, with a click, with a tap on what is no link, or not at all', async () => {
    const page = await open(
      '<!doctype html><html lang="en"><title>A page</title><body style="font:20px/1.5 sans-serif"><p>ITU</p><p><a href="#there">United Nations</a></p></body></html>',
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 2)
    const middle = async (text: string): Promise<readonly [number, number]> => {
      const [line] = await page.call('linesOf', text)
      return [((line?.left ?? 0) + (line?.right ?? 0)) / 2, ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2]
    }
    const { mouse, keyboard } = page.page
    await page.call('prefer', { cardOpening: 'modifier', dwell: 0 })
    await mouse.move(...(await middle('ITU')), { steps: 3 })
    await keyboard.down('Alt')
    await page.until('card', [], (card) => card !== null)
    await keyboard.up('Alt')
    await keyboard.press('Escape')
    await page.until('card', [], (card) => card === null)
    await page.call('prefer', { cardOpening: 'click' })
    await mouse.click(...(await middle('United Nations')))
    await mouse.click(...(await middle('ITU')))
    await page.until('card', [], (card) => card !== null)
    expect(await page.call('opened')).toEqual(['ITU', 'ITU'])
    await keyboard.press('Escape')
    await page.call('prefer', { cardOpening: 'off' })
    await mouse.move(300, 300)
    await mouse.click(...(await middle('ITU')))
    await page.call('prefer', { cardOpening: 'click' })
    await mouse.click(...(await middle('ITU')))
    await page.until('card', [], (card) => card !== null)
    expect(await page.call('opened')).toEqual(['ITU', 'ITU', 'ITU'])
    await page.close()
  })

  test('fewer marks are painted where the reader wants fewer, and all again at once', async () => {
    const page = await open(
      '<!doctype html><html lang="en"><title>A page</title><h2>One</h2><p>ITU, ITU and the United Nations</p><h2>Two</h2><p>ITU</p><p>ITU</p></html>',
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 5)
    await page.call('prefer', { density: 'section' })
    expect(await page.call('painted')).toEqual(['ITU', 'United Nations', 'ITU'])
    await page.call('prefer', { density: 'page', markStyle: 'tint' })
    expect(await page.call('painted')).toEqual(['ITU', 'United Nations'])
    await page.call('prefer', { unmarkedKinds: ['organization'] })
    expect(await page.call('painted')).toEqual([])
    expect(await page.call('counts')).toEqual({ ITU: 4, 'United Nations': 1 })
    await page.call('prefer', { density: 'all', unmarkedKinds: [] })
    expect(await page.call('painted')).toHaveLength(5)
    await page.close()
  })
})
