import { type HostilePage, script } from './hostile-page.ts'

/** Pages that are too much of something. */
export const SIZES: readonly HostilePage[] = [
  {
    name: 'a quarter of a million text nodes',
    proves: 'reading is iterative and in slices: the page answers in between, and all is read',
    html: `<p>ITU</p><main></main><p>United Nations</p>${script(`
      for (let block = 0; block < 250; block++) {
        const div = document.createElement('div')
        div.style.contentVisibility = 'auto'
        for (let count = 0; count < 1000; count++) div.append(document.createTextNode('of '))
        document.querySelector('main').append(div)
      }`)}`,
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'ten megabytes in one text node',
    only: 'chromium',
    proves: 'one node is cut into blocks of bounded size, and its marks are found in all of them',
    html: `<p>United Nations</p><pre style="height:200px;overflow:auto"></pre>${script(`
      document.querySelector('pre').textContent = ('word '.repeat(2000) + 'ITU\\n').repeat(1000)`)}`,
    counts: { 'United Nations': 1, ITU: 1000 },
  },
  {
    name: 'elements nested 30,000 deep',
    only: 'chromium',
    proves: 'depth costs no recursion',
    html: `<p>ITU</p><div id="deep" style="display:none"></div>${script(`
      let at = document.querySelector('#deep')
      for (let depth = 0; depth < 30000; depth++) at = at.appendChild(document.createElement('div'))
      at.textContent = 'United Nations'`)}`,
    counts: { ITU: 1 },
  },
  {
    name: 'an attribute of five megabytes',
    proves: 'attributes are not read',
    html: `<p id="big">ITU</p>${script("document.querySelector('#big').setAttribute('data-x', 'ITU '.repeat(1250000))")}`,
    counts: { ITU: 1 },
  },
  {
    name: 'a class of a million names',
    proves: 'patterns over class names are linear',
    html: `<div id="big"><p>ITU</p></div>${script("document.querySelector('#big').className = 'a-b '.repeat(1000000)")}`,
    counts: { ITU: 1 },
  },
  {
    name: 'ten thousand marks',
    proves: 'no more is painted than near the viewport holds, however much is marked',
    html: `<main></main>${script(`
      for (let count = 0; count < 10000; count++) {
        const p = document.createElement('p')
        p.textContent = 'Of the ITU, number ' + count
        document.querySelector('main').append(p)
      }`)}`,
    counts: { ITU: 10_000 },
    check: async ({ call, until, inPage }) => {
      await until('painted', [], ({ length }) => length > 0 && length < 500)
      await inPage(() => scrollTo(0, 200_000))
      await until('inView', [], (texts) => texts.length > 5)
      if ((await call('painted')).length > 500)
        throw new Error('more is painted than near the viewport holds')
    },
  },
  {
    name: 'a thousand frames',
    only: 'chromium',
    proves: 'frames without text cost the page around them nothing',
    html: `<p>ITU</p><div id="frames"></div>${script(`
      for (let count = 0; count < 1000; count++) {
        const frame = document.createElement('iframe')
        frame.width = frame.height = 1
        document.querySelector('#frames').append(frame)
      }`)}`,
    policy: '',
    counts: { ITU: 1 },
  },
  {
    name: 'ten thousand shadow roots',
    proves: 'each is read and watched, and none is held when it has gone',
    html: `<p>ITU</p><main></main>${script(`
      for (let count = 0; count < 10000; count++) {
        const host = document.createElement('x-box')
        host.attachShadow({ mode: 'open' }).append(count % 100 ? 'text' : 'United Nations')
        document.querySelector('main').append(host)
      }`)}`,
    counts: { ITU: 1, 'United Nations': 100 },
    act: () => document.querySelector('main')?.replaceChildren(),
    after: { ITU: 1 },
    changes: true,
  },
  {
    name: 'five thousand hidden branches under a page that restyles itself',
    proves: 'what may be shown later is looked at with patience',
    html: `<p>ITU</p><main></main>${script(`
      for (let count = 0; count < 5000; count++) {
        const div = document.createElement('div')
        div.hidden = true
        div.textContent = 'United Nations'
        document.querySelector('main').append(div)
      }
      setInterval(() => document.body.classList.toggle('blink'), 5)`)}`,
    counts: { ITU: 1 },
    act: () => document.querySelector('main > :last-child')?.removeAttribute('hidden'),
    after: { ITU: 1, 'United Nations': 1 },
    changes: true,
  },
]
