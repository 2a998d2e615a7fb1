import { type HostilePage, script } from './hostile-page.ts'

/** Ways to set text. */
export const TEXT: readonly HostilePage[] = [
  {
    name: 'a name in pieces',
    proves: 'elements, empty ones and break opportunities inside a name do not part it',
    html: '<p>I<wbr>T<span></span><b>U</b> of the Uni<!-- -->ted&#10;<i>Na</i>tions</p>',
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'a name in a thousand text nodes',
    proves: 'text nodes side by side are one text',
    html: `<p></p>${script("for (const letter of 'the United Nations and ITU'.repeat(40)) document.querySelector('p').append(letter)")}`,
    counts: { 'United Nations': 40, ITU: 40 },
  },
  {
    name: 'numbers of footnotes',
    proves: 'they are no part of the word that they stand against; raised letters of ordinals are',
    html: '<p>The ITU<sup><a href="#n">12</a></sup> and the United<sup>[a]</sup> Nations<sup>†</sup>, 66<sup>th</sup> session, 2<sup>e</sup></p>',
    counts: { ITU: 1, 'United Nations': 1 },
    check: async ({ call }) => {
      const asked = await call('asked')
      if (!asked.includes('The ITU and the United Nations, 66th session, 2e'))
        throw new Error(`asked about ${JSON.stringify(asked)}`)
    },
  },
  {
    name: 'from right to left',
    proves: 'marks and cards are placed by rectangles, not by direction',
    html: '<div dir="rtl" lang="ar"><p>قال ITU إن <bdo dir="ltr">United Nations</bdo></p></div>',
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'directions overridden',
    proves: 'text is read as it is stored; a name spelt backwards by an override is none',
    html: '<p>\u202EUTI\u202C and \u2066ITU\u2069</p>',
    counts: { ITU: 1 },
  },
  {
    name: 'vertical writing',
    proves: 'a mark in vertical text is hit where it stands',
    html: '<p style="writing-mode:vertical-rl;height:300px;font-size:30px">The ITU</p>',
    counts: { ITU: 1 },
    check: async ({ call }) => {
      const [line] = await call('linesOf', 'ITU')
      if (line === undefined || line.bottom - line.top <= line.right - line.left)
        throw new Error('not vertical')
      const hit = await call('hit', (line.left + line.right) / 2, (line.top + line.bottom) / 2)
      if (hit !== 'ITU') throw new Error('not hit')
    },
  },
  {
    name: 'ruby with its annotations',
    proves: 'annotations repeat the text and are passed over',
    html: '<p><ruby>ITU<rp>(</rp><rt>United Nations</rt><rp>)</rp></ruby></p>',
    counts: { ITU: 1 },
  },
  {
    name: 'text that cannot be selected',
    proves: 'it is to be read all the same',
    html: '<p style="user-select:none">ITU</p>',
    counts: { ITU: 1 },
  },
  {
    name: 'a first letter of its own',
    proves: 'first letters by style and by element belong to their word',
    html: '<style>p::first-letter{font-size:3em;float:left}</style><p>ITU</p><p><span style="float:left;font-size:3em">U</span>nited Nations</p>',
    counts: { ITU: 1, 'United Nations': 1 },
    check: async ({ call }) => {
      const [line] = await call('linesOf', 'ITU')
      if (line === undefined) throw new Error('not painted')
    },
  },
  {
    name: 'elements without boxes',
    proves: 'display: contents joins and parts as the boxes around do',
    html: '<p><span style="display:contents">United</span> Nations</p><ul><li style="display:contents">ITU</li></ul>',
    counts: { 'United Nations': 1, ITU: 1 },
  },
  {
    name: 'parts that are drawn only when seen',
    proves: 'content-visibility: auto is read, what is hidden by it is not',
    html: '<div style="content-visibility:auto;contain-intrinsic-size:900px;margin-top:2000px"><p>ITU</p></div><div style="content-visibility:hidden"><p>United Nations</p></div>',
    counts: { ITU: 1 },
  },
  {
    name: 'hidden in every way',
    proves: 'what nobody sees is not told of',
    html: '<p>ITU</p><p hidden="until-found">ITU</p><p style="display:none">ITU</p><p style="visibility:hidden">ITU</p><p style="visibility:collapse">ITU</p><span style="position:absolute;clip-path:inset(50%)">ITU</span><dialog>ITU</dialog><div popover>ITU</div><details><summary>more</summary>ITU</details><noscript>ITU</noscript><template>ITU</template>',
    counts: { ITU: 1 },
  },
  {
    name: 'an open shadow root',
    proves: 'it is read as a text of its own',
    html: `<p>ITU</p><x-open></x-open>${script("document.querySelector('x-open').attachShadow({ mode: 'open' }).append('The United Nations')")}`,
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'a closed shadow root',
    proves: 'what the page keeps closed stays closed',
    html: `<p>ITU</p><x-closed></x-closed>${script("document.querySelector('x-closed').attachShadow({ mode: 'closed' }).append('The United Nations')")}`,
    counts: { ITU: 1 },
  },
  {
    name: 'shadow roots that are declared, and nested',
    proves: 'declared roots are there with the page, and roots in roots as well',
    html: '<x-a><template shadowrootmode="open"><p>ITU</p><x-b><template shadowrootmode="open"><p>United Nations</p></template></x-b></template></x-a>',
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'slots, filled and empty',
    proves: 'text is read where it is shown: slotted text once, fallbacks only where nothing is slotted',
    html: '<x-a><template shadowrootmode="open"><slot name="in">ITU</slot><slot>United Nations</slot></template><p slot="in">ITU</p><p slot="out">ITU</p></x-a>',
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'a shadow root that comes late',
    proves: 'an element that is defined later is looked at again',
    html: '<p>ITU</p><x-late></x-late>',
    counts: { ITU: 1 },
    act: () => {
      customElements.define(
        'x-late',
        class extends HTMLElement {
          constructor() {
            super()
            this.attachShadow({ mode: 'open' }).append('The United Nations')
          }
        },
      )
      document.body.append('x')
    },
    after: { ITU: 1, 'United Nations': 1 },
    changes: true,
  },
  {
    name: 'text as parts of a line',
    proves: 'words in boxes side by side are words apart',
    html: '<div style="display:flex"><span>United</span><span>Nations</span></div><p><span style="display:inline-block">ITU</span><span style="display:inline-block">ITU</span></p>',
    counts: { ITU: 2 },
  },
  {
    name: 'composed and decomposed letters',
    proves: 'offsets are those of the text as it is stored',
    html: '<p>Zu\u0308rich, Zürich: \u0301ITU, e\u0301 United Nations \u{1F1E8}\u{1F1ED} ITU</p>',
    counts: { ITU: 2, 'United Nations': 1 },
    check: async ({ call }) => {
      const painted = await call('painted')
      if (painted.some((text) => text !== 'ITU' && text !== 'United Nations')) throw new Error(painted.join())
    },
  },
  {
    name: 'half of a letter, and letters of no kind',
    proves: 'lone surrogates, NUL and private letters do not shift what follows',
    html: `<p></p>${script("document.querySelector('p').textContent = '\\ud800 ITU \\udc00 \\uFFFE United Nations \\uE000'")}`,
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'a stack of marks on one letter',
    proves: 'a thousand combining characters are one reading',
    html: `<p>ITU</p><p>e${'\u0301'.repeat(1000)}</p>`,
    counts: { ITU: 1 },
  },
]
