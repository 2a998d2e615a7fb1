import { describe, expect, test } from 'vitest'
import { BROWSERS, useBareBrowser } from './launch.ts'

const body = (html: string): string =>
  `<!doctype html><html lang="en"><title>A page</title><body style="font:20px/1.5 sans-serif">${html}</body></html>`

/** Runs in the page. */
const readMarkup = (): string => document.documentElement.outerHTML

/** Runs in the page: new elements as a feed brings them; names split and whole. */
function growFeed(): void {
  const split = document.createElement('p')
  const bold = document.createElement('b')
  bold.append('Code')
  split.append(bold, ' of Conduct')
  const feed = document.querySelector('#feed')
  for (let count = 0; count < 20; count++) feed?.append(document.createElement('article'))
  feed?.lastElementChild?.append(split)
}

describe.each(BROWSERS)('in %s', (name) => {
  const open = useBareBrowser(name)

  test('marks are painted and taken away without a trace in the document', async () => {
    const page = await open(body('<p>The <b>Code</b> of <i>Conduct</i> and ITU</p><p>ITU again</p>'))
    const before = await page.inPage(readMarkup)
    await page.call('start')
    const texts = ['Code', ' of ', 'Conduct', 'ITU', 'ITU']
    expect(await page.until('painted', [], ({ length }) => length === 5)).toEqual(texts)
    expect(await page.call('counts')).toEqual({ 'Code of Conduct': 1, ITU: 2 })
    expect(await page.inPage(readMarkup)).toBe(before)
    await page.call('stop')
    expect(await page.call('painted')).toEqual([])
    expect(await page.call('marks')).toMatchObject({ state: 'off', entities: [] })
    expect(await page.inPage(readMarkup)).toBe(before)
    expect(await page.inPage(() => document.adoptedStyleSheets.length)).toBe(0)
    await page.close()
  })

  test('the highlights of the page itself keep their names', async () => {
    const page = await open(body('<p>ITU</p>'))
    await page.inPage(() => void CSS.highlights.set('mark-1', new Highlight()))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    expect(await page.inPage(() => CSS.highlights.get('mark-1')?.size)).toBe(0)
    await page.call('stop')
    expect(await page.inPage(() => [...CSS.highlights.keys()])).toEqual(['mark-1'])
    await page.close()
  })

  test('what comes later is marked, and only that is asked about', async () => {
    const page = await open(body('<p>Vladimir Norov</p><main id="feed"></main>'))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await page.inPage(growFeed)
    expect(await page.until('painted', [], ({ length }) => length > 1)).toEqual([
      'Vladimir Norov',
      'Code',
      ' of Conduct',
    ])
    expect(await page.call('asked')).toEqual(['Vladimir Norov', 'Code of Conduct'])
    await page.close()
  })

  test('what goes is forgotten, and marked again when it comes back', async () => {
    const page = await open(
      body('<section id="away"><div><p>The United Nations</p></div></section><p>ITU</p>'),
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 2)
    await page.inPage(() => {
      const away = document.querySelector('#away')
      away?.remove()
      Object.assign(globalThis, { away })
    })
    await page.until('painted', [], ({ length }) => length === 1)
    expect(await page.call('counts')).toEqual({ ITU: 1 })
    await page.inPage(() => document.body.append((globalThis as unknown as { away: Element }).away))
    await page.until('painted', [], ({ length }) => length === 2)
    expect(await page.call('counts')).toEqual({ ITU: 1, 'United Nations': 1 })
    await page.close()
  })

  test('changed text is asked about again, and text rendered anew as it was is not', async () => {
    const page = await open(body('<p id="text">The United Nations</p><p id="same">Of the ITU</p>'))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 2)
    await page.inPage(() => {
      document.querySelector('#same')?.replaceChildren('Of the ', 'ITU')
      const text = document.querySelector('#text')?.firstChild
      if (text) text.nodeValue = 'Vladimir Norov of the United Nations'
    })
    await page.until('painted', [], ({ length }) => length === 3)
    expect(await page.call('painted')).toEqual(['Vladimir Norov', 'United Nations', 'ITU'])
    expect(await page.call('asked')).toEqual([
      'The United Nations',
      'Of the ITU',
      'Vladimir Norov of the United Nations',
    ])
    await page.close()
  })

  test('text that is shown later is marked then, and text that is hidden is no longer counted', async () => {
    const page = await open(
      body(`<style>.closed #more{display:none}</style><section class="closed" id="box"><div id="more"><p>ITU</p></div></section>
      <p id="tab">Vladimir Norov</p><details><summary>fold</summary><p>United Nations</p></details>`),
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await page.inPage(() => {
      document.querySelector('#box')?.removeAttribute('class')
      document.querySelector('details')?.setAttribute('open', '')
      document.querySelector('#tab')?.setAttribute('hidden', '')
    })
    const counts = await page.until('counts', [], (each) => 'ITU' in each && !('Vladimir Norov' in each))
    expect(counts).toEqual({ ITU: 1, 'United Nations': 1 })
    await page.close()
  })

  test('what becomes an editor loses its marks, and typing in it is not read', async () => {
    const page = await open(body('<section id="note"><p>The ITU</p></section><p>United Nations</p>'))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 2)
    await page.inPage(() => document.querySelector('#note')?.setAttribute('contenteditable', ''))
    await page.until('painted', [], ({ length }) => length === 1)
    await page.page.click('#note p')
    await page.page.keyboard.type(' and Vladimir Norov')
    await page.inPage(() => document.body.append('The end'))
    await page.until('asked', [], (asked) => asked.includes('The end'))
    expect(await page.call('asked')).toEqual(['The ITU', 'United Nations', 'The end'])
    await page.close()
  })

  test('a page that changes while it is read is marked in full in the end', async () => {
    const page = await open(
      body(`<main></main><script>
        const main = document.querySelector('main')
        const section = (text) => {
          const [outer, inner, p] = ['section', 'div', 'p'].map((name) => document.createElement(name))
          p.append(text, Object.assign(document.createElement('b'), {textContent: 'ITU'}))
          inner.append(p)
          outer.append(inner)
          return outer
        }
        for (let count = 0; count < 3000; count++) main.append(section('No. ' + count + ' of the '))
        // Takes branches out, puts them back elsewhere, wraps them and adds new ones, all over the page.
        let state = 7
        const pick = () => main.children[(state = (state * 1103515245 + 12345) % 2147483648) % main.children.length]
        const change = (round) => {
          pick().remove()
          main.insertBefore(pick(), pick())
          const wrapped = document.createElement('section')
          pick().replaceWith(wrapped)
          wrapped.append(section('wrapped '))
          main.append(section('late ' + round + ' '))
        }
        let rounds = 0
        const timer = setInterval(() => {
          for (let count = 0; count < 5; count++) change(rounds++)
          if (rounds < 600) return
          clearInterval(timer)
          document.title = 'settled'
        }, 4)
      </script>`),
    )
    await page.call('start')
    await page.page.waitForFunction(() => document.title === 'settled', { timeout: 100_000 })
    const there = await page.inPage(() => document.querySelectorAll('b').length)
    expect(there).toBeGreaterThan(2000)
    await page.until('counts', [], ({ ITU }) => ITU === there)
    await page.close()
  })

  test('a ticking clock costs next to nothing', async () => {
    const page = await open(
      body(`<p>ITU</p><p id="digits"></p><p id="words"></p><script>
        let ticks = 0
        setInterval(() => {
          ticks++
          document.querySelector('#digits').textContent = ticks
          document.querySelector('#words').replaceChildren(Object.assign(document.createElement('b'), {textContent: ticks + ' seconds ago'}))
        }, 20)
      </script>`),
    )
    await page.call('start')
    await page.page.waitForFunction(() => Number(document.querySelector('#digits')?.textContent) >= 150)
    const asked = await page.call('asked')
    const ticks = asked.filter((text) => text.endsWith('ago'))
    // In three seconds: at once, after 0.1 s, 0.2 s, 0.4 s ... of patience; without it, ten each second.
    expect(ticks.length).toBeLessThanOrEqual(12)
    expect(asked.filter((text) => /^\d+$/.test(text))).toEqual([])
    await page.close()
  })

  test('marks that the page takes away come back three times, then no more', async () => {
    const page = await open(body('<p>ITU</p><div id="feed"></div>'))
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    for (let round = 1; round <= 4; round++) {
      await page.inPage(() => {
        CSS.highlights.clear()
        const feed = document.querySelector('#feed')
        feed?.append(document.createElement('p'), `more text, ${feed.childNodes.length}`)
      })
      const asked = await page.until('asked', [], ({ length }) => length > round)
      expect(asked.length).toBe(round + 1)
      await page.until('painted', [], ({ length }) => length === (round < 4 ? 1 : 0))
    }
    await page.close()
  })

  test('another article at another address is dated and asked about anew', async () => {
    const page = await open(
      body(
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-02-27T09:00:00+08:00"}</script><p>ITU</p>',
      ),
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 1)
    await page.inPage(() => {
      history.pushState(null, '', '/2021/11/05/other')
      document.querySelector('script')?.remove()
      document.querySelector('p')?.replaceChildren('The ITU again')
    })
    expect(await page.until('dates', [], ({ length }) => length > 1)).toEqual(['2020-02-27', '2021-11-05'])
    expect(await page.until('marks', [], (marks) => marks?.state === 'marked')).toMatchObject({
      date: '2021-11-05',
    })
    await page.close()
  })

  test('a page is asked about again where there was no answer', async () => {
    const page = await open(body('<p>ITU</p>'))
    await page.call('failNext', 1)
    await page.call('start')
    expect((await page.until('marks', [], (marks) => marks?.state !== 'marking'))?.state).toBe('failed')
    await page.until('painted', [], ({ length }) => length === 1)
    expect(await page.call('marks')).toMatchObject({ state: 'marked' })
    await page.close()
  })

  test('marks are found by their text: on both lines of a wrapped name, in shadow trees, and not beside them', async () => {
    const page = await open(
      body(`<p style="width:13em">It is the Shanghai Cooperation Organisation that met.</p><x-host></x-host><p style="height:200px">ITU</p><script>
        const p = document.createElement('p')
        p.append('In the shadow: Vladimir Norov')
        document.querySelector('x-host').attachShadow({mode: 'open'}).append(p)
      </script>`),
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 3)
    const lines = await page.call('linesOf', 'Shanghai Cooperation Organisation')
    expect(lines.length).toBe(2)
    for (const { left, right, top, bottom } of lines) {
      const y = (top + bottom) / 2
      expect(await page.call('hit', left + 3, y)).toBe('Shanghai Cooperation Organisation')
      expect(await page.call('hit', right - 3, y)).toBe('Shanghai Cooperation Organisation')
      expect(await page.call('hit', left - 6, y)).toBeNull()
      expect(await page.call('hit', right + 6, y)).toBeNull()
    }
    const [shadow] = await page.call('linesOf', 'Vladimir Norov')
    expect(await page.call('hit', (shadow?.left ?? 0) + 5, (shadow?.top ?? 0) + 5)).toBe('Vladimir Norov')
    const [last] = await page.call('linesOf', 'ITU')
    expect(await page.call('hit', (last?.left ?? 0) + 2, (last?.bottom ?? 0) + 40)).toBeNull()
    await page.close()
  })

  test('one goes to marks that are out of sight, and to those alone that are shown', async () => {
    const page = await open(
      body(
        '<p>ITU</p><p style="margin-top:3000px">Vladimir Norov</p><div style="height:200px;overflow:auto"><p style="margin:900px 0">ITU</p></div>',
      ),
    )
    await page.call('start')
    await page.until('painted', [], ({ length }) => length === 3)
    const inView = async (text: string): Promise<boolean> => {
      const [line] = await page.call('linesOf', text)
      return line !== undefined && line.top >= 0 && line.bottom <= 600
    }
    expect(await page.call('jump', 'vladimir-norov', 5)).toBe(true)
    expect(await inView('Vladimir Norov')).toBe(true)
    expect(await page.call('jump', 'itu', 1)).toBe(true)
    expect(await page.call('jump', 'unknown', 0)).toBe(false)
    expect(await page.call('step', 1)).toBe('ITU')
    expect(await inView('ITU')).toBe(true)
    expect(await page.call('step', 1)).toBe('Vladimir Norov')
    expect(await page.call('step', -1)).toBe('ITU')
    expect(await page.call('step', -1)).toBe('ITU')
    await page.close()
  })
})
