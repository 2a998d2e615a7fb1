import type { TestPage } from '../test-page.ts'
import { type HostilePage, script } from './hostile-page.ts'

/** Opens the card by key and sees that it can be pointed at. */
async function untilCardOnTop({ call, until }: TestPage): Promise<void> {
  await call('step', 1)
  await call('openByKey')
  await until('cardOnTop', [], (isOnTop) => isOnTop)
}

/** Layouts that move, cover and change what is marked. */
export const LAYOUT: readonly HostilePage[] = [
  {
    name: 'a list that holds only what is in view',
    proves: 'rows that are filled anew while one scrolls are marked anew, and none twice',
    html: `<div id="list" style="height:200px;overflow:auto"><div style="height:90000px"></div><div id="rows" style="position:sticky;bottom:0"></div></div>${script(`
      const list = document.querySelector('#list')
      const fill = () => document.querySelector('#rows').replaceChildren(...[0, 1, 2].map((row) => {
        const p = document.createElement('p')
        p.textContent = 'Row ' + (Math.floor(list.scrollTop / 20) + row) + ' of the ITU'
        return p
      }))
      fill()
      list.addEventListener('scroll', fill)`)}`,
    counts: { ITU: 3 },
    act: async () => {
      for (let step = 1; step <= 20; step++) {
        document.querySelector('#list')?.scrollTo(0, step * 2000)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    after: { ITU: 3 },
    changes: true,
  },
  {
    name: 'a feed without an end',
    proves: 'what is added at the bottom is marked without the rest being read again',
    html: `<main></main>${script(`
      globalThis.grow = () => { for (let count = 0; count < 50; count++) {
        const p = document.createElement('p')
        p.textContent = 'Post ' + document.querySelectorAll('p').length + ' of the ITU'
        document.querySelector('main').append(p)
      } }
      grow()`)}`,
    counts: { ITU: 50 },
    act: () => (globalThis as unknown as { grow: () => void }).grow(),
    after: { ITU: 100 },
    changes: true,
    check: async ({ call }) => {
      const asked = await call('asked')
      if (asked.length !== 100) throw new Error(`asked about ${asked.length} blocks`)
    },
  },
  {
    name: 'full screen',
    proves: 'a card opens over what fills the screen',
    html: '<div id="full" style="background:#fff"><p>ITU</p></div>',
    counts: { ITU: 1 },
    changes: true,
    check: async (page) => {
      await page.page.click('#full')
      await page.inPage(() =>
        document
          .querySelector('#full')
          ?.requestFullscreen()
          .catch(() => undefined),
      )
      await untilCardOnTop(page)
    },
  },
  {
    name: 'a modal dialog',
    proves: 'a card of a text in a dialog lives in the dialog, for all outside is inert',
    html: `<dialog><p>ITU</p></dialog>${script("document.querySelector('dialog').showModal()")}`,
    counts: { ITU: 1 },
    changes: true,
    check: untilCardOnTop,
  },
  {
    name: 'a popover of the page over the card',
    proves: 'what the page puts on top covers the card, and nothing in a covered card acts',
    html: `<p>ITU</p><div popover="manual" id="cover" style="position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0"></div>`,
    counts: { ITU: 1 },
    changes: true,
    check: async (page) => {
      await untilCardOnTop(page)
      await page.inPage(() => document.querySelector<HTMLElement>('#cover')?.showPopover())
      const card = await page.call('card')
      await page.page.mouse.click((card?.left ?? 0) + 40, (card?.top ?? 0) + 12)
      if ((await page.call('actions')) !== 0) throw new Error('a covered card acted')
    },
  },
  {
    name: 'the highest of stacks',
    proves: 'the top layer is over every z-index',
    html: '<p>ITU</p><div style="position:fixed;inset:0;z-index:2147483647;background:#fffa;pointer-events:auto"></div>',
    counts: { ITU: 1 },
    changes: true,
    check: untilCardOnTop,
  },
  {
    name: 'a page that is zoomed, turned and made transparent',
    proves: 'effects on the root do not reach the card',
    html: '<style>html{zoom:1.4;transform:rotate(2deg);filter:sepia(1);perspective:100px}</style><p>ITU</p>',
    counts: { ITU: 1 },
    changes: true,
    check: untilCardOnTop,
  },
  {
    name: 'a page that resets every element',
    proves: '`* { all: unset !important }` and more does not reach the card',
    html: '<style>*{all:unset!important;display:none!important;pointer-events:none!important;opacity:0!important}html,body,p{display:block!important;opacity:1!important;pointer-events:auto!important}[popover],:popover-open{display:none!important;visibility:hidden!important;clip-path:inset(50%)!important}</style><p>ITU</p>',
    counts: { ITU: 1 },
    changes: true,
    check: untilCardOnTop,
  },
  {
    name: 'columns, grids and tables',
    proves: 'text runs on in columns and stops at cells',
    html: '<div style="columns:3"><p>United</p><p>Nations and ITU</p></div><div style="display:grid;grid-template-columns:1fr 1fr"><span>United</span><span>Nations</span></div><table><tr><td>United</td><td>Nations</td></tr></table>',
    counts: { ITU: 1 },
  },
  {
    name: 'text that flies about',
    proves: 'a mark is hit where its text is now: moved, turned and scaled',
    html: '<p style="font-size:30px;position:absolute;left:300px;top:200px;transform:rotate(20deg) scale(1.5)">ITU</p>',
    counts: { ITU: 1 },
    check: async ({ call }) => {
      const [line] = await call('linesOf', 'ITU')
      const hit = await call(
        'hit',
        ((line?.left ?? 0) + (line?.right ?? 0)) / 2,
        ((line?.top ?? 0) + (line?.bottom ?? 0)) / 2,
      )
      if (hit !== 'ITU') throw new Error('not hit')
    },
  },
  {
    name: 'a bar that sticks to the window on a very long page',
    proves: 'marks in what stands still are painted wherever the page is',
    html: `<header style="position:sticky;top:0"><p>The Code of Conduct</p></header><main></main>${script(`
      for (let count = 0; count < 400; count++) {
        const p = document.createElement('p')
        p.textContent = 'Of the ITU'
        document.querySelector('main').append(p)
      }`)}`,
    counts: { ITU: 400, 'Code of Conduct': 1 },
    check: async ({ inPage, until }) => {
      await inPage(() => scrollTo(0, 10_000))
      await until('inView', [], (texts) => texts.includes('Code of Conduct') && texts.includes('ITU'))
    },
  },
  {
    name: 'colours that the reader’s system forces',
    proves: 'the style sheet has its rules for forced colours, and none for print',
    html: '<p>ITU</p>',
    counts: { ITU: 1 },
    check: async ({ inPage }) => {
      const rules = await inPage(() =>
        document.adoptedStyleSheets
          .flatMap((sheet) => [...sheet.cssRules])
          .map((rule) => rule.cssText)
          .join('\n'),
      )
      if (!rules.includes('not print') || !/forced-colors:\s*active/.test(rules)) throw new Error(rules)
    },
  },
]
