import { describe, expect, test } from 'vitest'
import { BROWSERS, useBareBrowser } from './launch.ts'

const body = (html: string): string =>
  `<!doctype html><html lang="en"><title>A page</title><body>${html}</body></html>`

/** What is read of a page, and where: a row of HTML, the blocks, and the reason. */
const READ: readonly (readonly [reason: string, html: string, blocks: readonly string[]])[] = [
  [
    'inline elements are joined',
    '<p>The <b>Code</b> of <a href="#">Con<i>duct</i></a>.</p>',
    ['The Code of Conduct.'],
  ],
  ['table cells are apart', '<table><tr><td>United</td><td>Nations</td></tr></table>', ['United', 'Nations']],
  [
    'list items are apart, even inline ones',
    '<ul style="list-style:none"><li style="display:inline">Code of</li><li style="display:inline">Conduct</li></ul>',
    ['Code of', 'Conduct'],
  ],
  ['a line break ends a block', '<p>Vladimir<br>Norov</p>', ['Vladimir', 'Norov']],
  [
    'a line break that only wraps a sentence does not, though a name stands on both sides of it',
    '<p>The North Atlantic <b>Treaty</b><br>Organization keeps this archive.</p><h1>Agreement on Cooperation in<br> <i>Ensuring</i> Security</h1><p>Organisation for Security<br>and Co-operation in Europe</p>',
    [
      'The North Atlantic Treaty Organization keeps this archive.',
      'Agreement on Cooperation in Ensuring Security',
      'Organisation for Security and Co-operation in Europe',
    ],
  ],
  [
    'lines of an address, of a menu, of a signature and of a verse stay apart, and so do paragraphs made of line breaks',
    '<p>Palais des Nations<br>United<br>Nations Avenue 1<br>Geneva</p><nav>United<br>Nations News</nav><p>Vladimir Norov,<br>wrote it</p><p>The end.<br>it began</p><p>Code of<br><br>conduct</p>',
    [
      'Palais des Nations',
      'United',
      'Nations Avenue 1',
      'Geneva',
      'United',
      'Nations News',
      'Vladimir Norov,',
      'wrote it',
      'The end.',
      'it began',
      'Code of',
      'conduct',
    ],
  ],
  ['a paragraph in a text splits it', '<div>before<p>within</p>after</div>', ['before', 'within', 'after']],
  [
    'a span may be a block by style',
    '<div><span style="display:block">United</span><span>Nations</span></div>',
    ['United', 'Nations'],
  ],
  [
    'inline blocks side by side are words apart',
    '<div><a style="display:inline-block">UN</a><a style="display:inline-block">ITU</a></div>',
    ['UN ITU'],
  ],
  [
    'a drop cap belongs to its word',
    '<p><span style="float:left">U</span>nited Nations</p>',
    ['United Nations'],
  ],
  ['white space is shown once', '<p>\n  United\n\t  Nations  </p>', ['United Nations']],
  [
    'a blank line ends a block where it shows',
    '<pre>One para-\ngraph\n\nand another</pre>',
    ['One para- graph', 'and another'],
  ],
  ['and does not where it does not', '<p>One para-\n\ngraph</p>', ['One para- graph']],
  [
    'code is no prose',
    '<p>Type <code>ITU</code> here</p><pre class="highlight">ITU</pre><pre><code>ITU</code></pre>',
    ['Type', 'here'],
  ],
  [
    'what the reader types is nobody else’s',
    '<textarea>ITU</textarea><input value="ITU"><select><option>ITU</select><div contenteditable><p>ITU</p></div><div role="textbox">ITU</div><div class="CodeMirror"><pre>ITU</pre></div>',
    [],
  ],
  [
    'scripts and styles are no text',
    '<script>"ITU"</script><style>/*ITU*/</style><noscript>ITU</noscript><template>ITU</template>',
    [],
  ],
  ['drawings and formulas are no text', '<svg><text>ITU</text></svg><math><mtext>ITU</mtext></math>', []],
  [
    'hidden text is not read',
    '<p hidden>ITU</p><p style="display:none">ITU</p><p style="visibility:hidden">ITU</p><p style="content-visibility:hidden">ITU</p><span style="position:absolute;clip:rect(0,0,0,0)">ITU</span>',
    [],
  ],
  [
    'a closed fold shows its summary',
    '<details><summary>More on Norov</summary><p>ITU</p>ITU</details>',
    ['More on Norov'],
  ],
  [
    'annotations of ruby are passed over',
    '<p><ruby>上合<rp>(</rp><rt>shàng hé</rt><rp>)</rp></ruby>组织</p>',
    ['上合组织'],
  ],
  ['text without a letter cannot name anything', '<p>12:30:59</p><p>— 2020 —</p>', []],
  ['a button’s label is its own', '<p>See <button>United</button> Nations</p>', ['See', 'United', 'Nations']],
]

describe.each(BROWSERS)('in %s', (name) => {
  const open = useBareBrowser(name)

  test('the visible text is read as blocks', async () => {
    const rows = READ.map(([, html]) => `<section><h6>row</h6>${html}</section>`)
    const page = await open(body(rows.join('')))
    await page.call('start')
    await page.until('marks', [], (marks) => marks?.state === 'marked')
    // The heading of each row divides what was read.
    const read = (await page.call('asked'))
      .join('\n')
      .split(/^row(?:\n|$)/m)
      .slice(1)
    const blocks = read.map((text) => text.split('\n').filter((line) => line !== ''))
    const expected = READ.map(([reason, , texts]) => ({ reason, texts }))
    expect(READ.map(([reason], at) => ({ reason, texts: blocks[at] }))).toEqual(expected)
    await page.close()
  })

  test('each block knows its language', async () => {
    const page = await open(
      body('<p>one</p><div lang="ru"><p>два</p><p lang="not a tag">три</p></div><p lang="zh-Hans">四</p>'),
    )
    await page.call('start')
    await page.until('marks', [], (marks) => marks?.state === 'marked')
    expect(await page.call('languages')).toEqual({ one: 'en', два: 'ru', три: 'ru', 四: 'zh-Hans' })
    await page.close()
  })

  test('open shadow roots are read, closed ones and unslotted text are not', async () => {
    const page = await open(
      body(`<p>See <x-link>Code of Conduct</x-link>, the text.</p><x-card>unslotted <i>too</i></x-card><x-closed></x-closed>
      <script>
        const add = (selector, mode, ...nodes) => document.querySelector(selector).attachShadow({mode}).append(...nodes)
        const p = (text) => Object.assign(document.createElement('p'), {textContent: text})
        add('x-link', 'open', document.createElement('slot'))
        add('x-card', 'open', p('The United Nations in the shadow'))
        add('x-closed', 'closed', p('ITU'))
      </script>`),
    )
    await page.call('start')
    await page.until('painted', [], (texts) => texts.length === 2)
    expect(await page.call('asked')).toEqual([
      'See Code of Conduct , the text.',
      'The United Nations in the shadow',
    ])
    // In Firefox a mark in a shadow tree is painted only with a style sheet of that tree; Chromium needs none (docs/browser-bugs.md).
    const sheets = (): number | undefined =>
      document.querySelector('x-card')?.shadowRoot?.adoptedStyleSheets.length
    expect(await page.inPage(sheets)).toBe(name === 'firefox' ? 1 : 0)
    await page.call('stop')
    expect(await page.inPage(sheets)).toBe(0)
    await page.close()
  })

  test('a document of any depth is read without harm', async () => {
    // The browsers themselves crash on some thousands of nested blocks that show; hidden ones may be deeper.
    const page = await open(
      body(`<p>United Nations</p><div id="shown"></div><div id="hidden" style="display:none"></div><p>ITU</p><script>
        const nest = (at, depth) => {
          for (let count = 0; count < depth; count++) at = at.appendChild(document.createElement('div'))
          at.textContent = 'Vladimir Norov'
        }
        nest(document.querySelector('#shown'), 2000)
        nest(document.querySelector('#hidden'), 30000)
      </script>`),
    )
    await page.call('start')
    const counts = await page.until('counts', [], (each) => 'ITU' in each)
    expect(counts).toEqual({ 'United Nations': 1, 'Vladimir Norov': 1, ITU: 1 })
    await page.close()
  })

  test('XHTML and plain text are read as well', async () => {
    const xhtml =
      '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr"><head><title>t</title></head><body><p>The <![CDATA[United]]> Nations</p></body></html>'
    const page = await open(xhtml, 'application/xhtml+xml')
    await page.call('start')
    expect(await page.until('painted', [], (texts) => texts.length > 0)).toEqual(['United', ' Nations'])
    expect(await page.call('languages')).toEqual({ 'The United Nations': 'fr' })
    await page.close()
    const text = await open('The United Nations\nand ITU.\n\nAnother paragraph.', 'text/plain')
    await text.call('start')
    await text.until('painted', [], (texts) => texts.length === 2)
    expect(await text.call('asked')).toEqual(['The United Nations and ITU.', 'Another paragraph.'])
    await text.close()
  })
})
