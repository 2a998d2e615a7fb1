import { type HostilePage, script } from './hostile-page.ts'

/** Pages whose scripts get in the way. */
export const SCRIPTS: readonly HostilePage[] = [
  {
    name: 'an endless loop of changes',
    proves: 'what changes without end is read again and again more rarely',
    html: `<p>ITU</p><p id="loop"></p>${script(`
      let count = 0
      const channel = new MessageChannel()
      const again = () => { document.querySelector('#loop').textContent = 'round ' + ++count; channel.port2.postMessage(0) }
      channel.port1.onmessage = again
      again()`)}`,
    counts: { ITU: 1 },
    changes: true,
    check: async ({ call, page }) => {
      await page.waitForFunction(() => Number(document.querySelector('#loop')?.textContent?.slice(6)) > 2000)
      const rounds = (await call('asked')).filter((text) => text.startsWith('round'))
      if (rounds.length > 12) throw new Error(`${rounds.length} readings of a loop`)
    },
  },
  {
    name: 'a page that takes the marks away in every frame',
    proves: 'they are put back three times, and then the page has its way',
    html: `<p>ITU</p><p id="tick"></p>${script(`
      const clear = () => { CSS.highlights.clear(); requestAnimationFrame(clear) }
      clear()
      let ticks = 0
      setInterval(() => document.querySelector('#tick').append(' tick', ++ticks), 30)`)}`,
    counts: { ITU: 1 },
    changes: true,
  },
  {
    name: 'a page that replaces every text node for ever',
    proves: 'a page that renders itself anew keeps one mark per name',
    html: `<p id="same">Of the <b>ITU</b></p>${script(`
      setInterval(() => {
        const bold = document.createElement('b')
        bold.textContent = 'ITU'
        document.querySelector('#same').replaceChildren('Of the ', bold)
      }, 7)`)}`,
    counts: { ITU: 1 },
    changes: true,
  },
  {
    name: 'the natives of nodes replaced',
    proves: 'what the page does to its prototypes stays in the page’s own world',
    html: `<p>ITU</p>${script(`
      for (const name of ['nextSibling', 'parentNode', 'firstChild', 'nodeType', 'isConnected'])
        Object.defineProperty(Node.prototype, name, { get() { throw new Error(name) } })
      Object.defineProperty(CharacterData.prototype, 'data', { get: () => 'United Nations' })
      Document.prototype.caretPositionFromPoint = Element.prototype.attachShadow = () => null`)}`,
    counts: { ITU: 1 },
    check: async ({ call }) => {
      const [line] = await call('linesOf', 'ITU')
      if ((await call('hit', (line?.left ?? 0) + 3, (line?.top ?? 0) + 5)) !== 'ITU')
        throw new Error('not hit')
    },
  },
  {
    name: 'the natives of the language replaced',
    proves: 'the same for arrays, maps, promises and iterators',
    html: `<p>ITU</p>${script(`
      Array.prototype.push = Array.prototype.map = Map.prototype.get = Set.prototype.has = () => { throw 1 }
      Array.prototype[Symbol.iterator] = function* () { yield 'United Nations' }
      globalThis.Promise = class { constructor() { throw 2 } }
      Object.defineProperty(Object.prototype, 'entity', { set() { throw 3 } })
      Object.defineProperty(Object.prototype, 'then', { get() { throw 4 } })
      globalThis.Highlight = globalThis.StaticRange = globalThis.IntersectionObserver = null`)}`,
    counts: { ITU: 1 },
    changes: true,
  },
  {
    name: 'a form that names its fields like properties of nodes',
    only: 'chromium',
    proves: 'named properties of a form do not stand for the tree (DOM clobbering)',
    html: `<form>${['parentNode', 'localName', 'nodeType', 'firstChild', 'nextSibling', 'shadowRoot', 'hasAttribute', 'hasAttributes', 'getAttribute', 'isConnected', 'className', 'ownerDocument', 'attributes', 'namespaceURI', 'parentElement', 'matches', 'getRootNode', 'querySelector', 'children', 'style', 'previousElementSibling', 'getBoundingClientRect', 'offsetParent', 'childElementCount', 'textContent', 'compareDocumentPosition', 'contains', 'scrollIntoView', 'nodeName'].map((name) => `<input name="${name}">`).join('')}<p>ITU</p></form><p>United Nations</p>`,
    // What cannot be asked cannot be read: the form is passed over, and nothing else is.
    counts: { 'United Nations': 1 },
    act: () => document.querySelector('form p')?.append(' and ITU'),
    after: { 'United Nations': 1 },
    changes: true,
  },
  {
    name: 'elements that are named like properties of the document',
    proves: 'named properties of the document do not stand for it (DOM clobbering)',
    html: `<p id="body">ITU</p>${['documentElement', 'body', 'defaultView', 'title', 'designMode', 'URL', 'activeElement', 'adoptedStyleSheets', 'scrollingElement', 'createRange', 'caretPositionFromPoint', 'querySelectorAll', 'addEventListener', 'getSelection', 'createElementNS', 'contentType', 'nodeType', 'firstChild', 'isConnected'].map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`).join('')}`,
    counts: { ITU: 1 },
    check: async ({ call }) => {
      const [line] = await call('linesOf', 'ITU')
      if ((await call('hit', (line?.left ?? 0) + 3, (line?.top ?? 0) + 5)) !== 'ITU')
        throw new Error('not hit')
      await call('step', 1)
      await call('openByKey')
      if ((await call('card')) === null) throw new Error('no card')
    },
    changes: true,
  },
  {
    name: 'custom elements that throw when they are connected',
    proves: 'the page’s own errors are its own',
    html: `${script("customElements.define('x-bad', class extends HTMLElement { connectedCallback() { this.append(' ITU'); throw new Error('expected') } })")}<p>United Nations</p><x-bad></x-bad>`,
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'a loop of alerts',
    proves: 'marks come when the page lets anything happen at all',
    html: `<p>ITU</p>${script("let rounds = 0; const timer = setInterval(() => { alert('again'); if (++rounds === 5) clearInterval(timer) }, 20)")}`,
    counts: { ITU: 1 },
  },
  {
    name: 'a page that stops its own loading',
    only: 'chromium',
    proves: 'window.stop ends nothing of ours',
    html: `<p>ITU</p>${script('stop(); setTimeout(stop, 50)')}`,
    counts: { ITU: 1 },
  },
  {
    name: 'a page that changes under the pointer',
    proves: 'text that is written anew when it is pointed at stays marked',
    html: `<p id="shy" style="font-size:30px">ITU</p>${script(`
      const shy = document.querySelector('#shy')
      addEventListener('mousemove', () => shy.replaceChildren('ITU'))`)}`,
    counts: { ITU: 1 },
    changes: true,
    check: async ({ page, until }) => {
      await page.mouse.move(20, 40, { steps: 5 })
      await until('counts', [], ({ ITU }) => ITU === 1)
    },
  },
  {
    name: 'a storm of selection changes',
    proves: 'the selection is neither read nor touched',
    html: `<p id="text">ITU and more of it</p>${script(`
      let at = 0
      setInterval(() => getSelection().setBaseAndExtent(document.querySelector('#text').firstChild, 0, document.querySelector('#text').firstChild, ++at % 10), 2)`)}`,
    counts: { ITU: 1 },
  },
  {
    name: 'a page that watches every change of itself',
    proves: 'marking makes no mutation that a page could see',
    html: `<p>ITU and the <b>United</b> Nations</p>${script(`
      globalThis.records = 0
      new MutationObserver((list) => { records += list.length }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      globalThis.records = 0`)}`,
    counts: { ITU: 1, 'United Nations': 1 },
    check: async ({ inPage }) => {
      const records = await inPage(() => (globalThis as unknown as { records: number }).records)
      if (records !== 0) throw new Error(`${records} mutations`)
    },
  },
  {
    name: 'highlights of the page with our names',
    proves: 'a name that the page uses is not taken',
    html: `<p>ITU</p>${script("for (let at = 0; at < 9; at++) for (const prefix of ['mark-', 'mark2-', 'mark3-']) CSS.highlights.set(prefix + at, new Highlight())")}`,
    counts: { ITU: 1 },
    check: async ({ inPage }) => {
      const sizes = await inPage(() =>
        [...CSS.highlights].filter(([name]) => /^mark[23]?-/.test(name)).map(([, { size }]) => size),
      )
      if (sizes.some((size) => size > 0)) throw new Error('a highlight of the page was used')
    },
  },
  {
    name: 'animations without end',
    proves: 'style that changes in every frame costs no reading',
    html: `<style>@keyframes turn{to{transform:rotate(1turn)}}#turn{animation:turn 1s infinite}</style><p>ITU</p><p id="turn">turns</p><p id="moves">moves</p>${script(`
      const move = (time) => { document.querySelector('#moves').style.transform = 'translateX(' + time % 50 + 'px)'; requestAnimationFrame(move) }
      move(0)`)}`,
    counts: { ITU: 1 },
    changes: true,
    check: async ({ call }) => {
      const asked = await call('asked')
      if (asked.length > 3) throw new Error(`asked about ${asked.length} blocks`)
    },
  },
]
