import { encode } from '../encode.ts'
import { type HostilePage, script } from './hostile-page.ts'

const XHTML = 'http://www.w3.org/1999/xhtml'

/** Documents of every kind, and what can be done to a document. */
export const DOCUMENTS: readonly HostilePage[] = [
  {
    name: 'a document that is opened and written anew',
    proves: 'document.open ends what was started on the old document, and the new one is started on',
    html: '<p>ITU</p>',
    policy: '',
    counts: { ITU: 1 },
    act: () => {
      document.open()
      document.write('<!doctype html><title>New</title><p style="font-size:30px">United Nations</p>')
      document.close()
    },
    after: { 'United Nations': 1 },
    changes: true,
    check: async ({ call, page, until }) => {
      // The pointer is listened to on the new document as well.
      const [line] = await call('linesOf', 'United Nations')
      await page.mouse.move((line?.left ?? 0) + 60, (line?.top ?? 0) + 60)
      await page.mouse.move((line?.left ?? 0) + 30, (line?.top ?? 0) + 12, { steps: 4 })
      await until('card', [], (card) => card !== null)
    },
  },
  {
    name: 'a root element that is replaced',
    proves: 'the same where a script puts another root in place',
    html: '<p>ITU</p>',
    counts: { ITU: 1 },
    act: () => {
      const root = document.createElement('html')
      const body = document.createElement('body')
      body.append('The United Nations')
      root.append(document.createElement('head'), body)
      document.replaceChild(root, document.documentElement)
    },
    after: { 'United Nations': 1 },
    changes: true,
  },
  {
    name: 'a body that is taken away and put back',
    proves: 'marks go with their text and come back with it',
    html: '<p>ITU</p>',
    counts: { ITU: 1 },
    act: async () => {
      const { body } = document
      body.remove()
      await new Promise((resolve) => setTimeout(resolve, 300))
      document.documentElement.append(body)
    },
    after: { ITU: 1 },
  },
  {
    name: 'nodes that move to a document without a window and back',
    proves: 'what is out of sight is out of mind',
    html: '<p>ITU</p><p id="moves">United Nations</p>',
    counts: { ITU: 1, 'United Nations': 1 },
    act: () => {
      const moves = document.querySelector('#moves')
      if (moves) document.implementation.createHTMLDocument('').body.append(moves)
    },
    after: { ITU: 1 },
    changes: true,
  },
  {
    name: 'XHTML',
    proves: 'names of elements and languages are those of the namespace',
    type: 'application/xhtml+xml',
    html: `<html xmlns="${XHTML}" xml:lang="en"><head><title>t</title></head><body><p>The <![CDATA[United]]> Nations</p></body></html>`,
    counts: { 'United Nations': 1 },
  },
  {
    name: 'a drawing as a document',
    proves: 'SVG has no running text, and nothing throws for want of a body',
    type: 'image/svg+xml',
    html: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">ITU</text></svg>',
    counts: {},
  },
  {
    name: 'a page in a drawing',
    proves: 'HTML in a foreign object is passed over with the drawing, and drawings in pages too',
    html: '<p>ITU</p><svg width="200" height="50"><foreignObject width="200" height="50"><p xmlns="http://www.w3.org/1999/xhtml">United Nations</p></foreignObject><text>ITU</text></svg>',
    counts: { ITU: 1 },
  },
  {
    name: 'a formula',
    proves: 'MathML is no running text',
    html: '<p>ITU</p><math><mtext>ITU</mtext><annotation-xml encoding="text/html"><p>United Nations</p></annotation-xml></math>',
    counts: { ITU: 1 },
  },
  {
    name: 'an XML document without a style sheet',
    proves: 'data are no prose, though a browser shows them as a tree of elements',
    type: 'application/xml',
    html: '<news><item>ITU</item></news>',
    counts: {},
  },
  {
    name: 'an XML document with elements of HTML',
    proves: 'it is data all the same: only XHTML says that it is a page',
    type: 'application/xml',
    html: `<news><p xmlns="${XHTML}">ITU</p></news>`,
    counts: {},
  },
  {
    name: 'plain text',
    proves: 'a text file is read in its paragraphs',
    type: 'text/plain',
    html: 'The United\nNations\n\nand the ITU',
    counts: { 'United Nations': 1, ITU: 1 },
  },
  {
    name: 'data in JSON',
    proves: 'data are no prose',
    type: 'application/json',
    html: '{"name": "ITU"}',
    counts: {},
  },
  {
    name: 'a picture as a document',
    proves: 'the browser’s own viewer has no prose, and nothing throws',
    type: 'image/gif',
    html: Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'),
    counts: {},
  },
  ...(
    [
      ['windows-1251', 'Генеральный секретарь ITU приехал'],
      ['shift_jis', '国際機関 ITU の会議'],
      ['utf-16le', 'Ο οργανισμός ITU — 会議'],
    ] as const
  ).map(
    ([charset, text]): HostilePage => ({
      name: `a page in ${charset}`,
      proves: 'text is what the browser made of the bytes',
      type: `text/html; charset=${charset}`,
      html: encode(`<!doctype html><title>t</title><p>${text}</p>`, charset),
      counts: { ITU: 1 },
      check: async ({ call }) => {
        const asked = await call('asked')
        if (!asked.includes(text)) throw new Error(`asked about ${JSON.stringify(asked)}`)
      },
    }),
  ),
  {
    name: 'a script as a document',
    proves: 'code is no prose',
    type: 'text/javascript',
    html: 'const name = "ITU"',
    counts: {},
  },
  {
    name: 'frames set side by side',
    proves: 'a frameset has no body to read',
    type: 'text/html',
    html: '<!doctype html><title>t</title><frameset cols="50%,50%"><frame><frame></frameset>',
    counts: {},
  },
  {
    name: 'no doctype, no title, tags left open',
    proves: 'what the parser makes of it is read',
    type: 'text/html',
    html: '<p>ITU<p>of the <b>United <i>Nations</b> again</i>',
    counts: { ITU: 1, 'United Nations': 1 },
  },
  {
    name: 'nothing but comments',
    proves: 'an empty page is marked at once',
    type: 'text/html',
    html: '<!-- ITU --><!-- ITU -->',
    counts: {},
  },
  {
    name: 'a base address elsewhere',
    proves: 'nothing of ours is fetched by a relative address',
    html: `<base href="https://elsewhere.example/">${'<p>ITU</p>'}`,
    counts: { ITU: 1 },
  },
  {
    name: 'the strictest content security policy',
    proves: 'marks and card need nothing that a policy forbids',
    html: '<p>ITU</p>',
    policy: "default-src 'none'; script-src 'none'; style-src 'none'; sandbox allow-scripts",
    counts: { ITU: 1 },
    check: async ({ call, until }) => {
      await call('step', 1)
      await call('openByKey')
      await until('card', [], (card) => card !== null && card.right - card.left > 200)
    },
  },
  {
    name: 'trusted types with a default policy that throws',
    proves: 'no text of ours becomes markup',
    html: `<p>ITU</p>${script("globalThis.trustedTypes?.createPolicy('default', { createHTML() { throw new Error('markup') }, createScript() { throw new Error('code') }, createScriptURL() { throw new Error('address') } })")}`,
    policy: "require-trusted-types-for 'script'",
    counts: { ITU: 1 },
    check: async ({ call, until }) => {
      await call('step', 1)
      await call('openByKey')
      await until('card', [], (card) => card !== null)
    },
  },
  {
    name: 'a sandboxed document without an origin',
    proves: 'no storage and no origin are needed',
    html: '<p>ITU</p>',
    policy: 'sandbox allow-scripts',
    counts: { ITU: 1 },
  },
]
