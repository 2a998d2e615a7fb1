const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const BUILD = '.output/chrome-mv3'

/** The scripts and style sheets that a built page loads before it shows anything. */
function loadedBy(page) {
  const html = readFileSync(join(BUILD, page), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\/([^"]+[.](?:js|css))"/g)].map(([, file]) => file)
  if (files.length === 0) throw new Error(`${page} loads no script: the budget would measure nothing`)
  return files.map((file) => join(BUILD, file))
}

module.exports = [
  {
    // Every page that is read pays for it, in every frame.
    name: 'content script',
    path: join(BUILD, 'page.js'),
    limit: '30 kB',
    brotli: true,
  },
  {
    // Only where there are marks and somebody who points at them (docs/adr/0013).
    name: 'card script',
    path: join(BUILD, 'card.js'),
    limit: '24 kB',
    brotli: true,
  },
  {
    // It opens at a click and is to show something within a tenth of a second.
    name: 'popup',
    path: [join(BUILD, 'popup.html'), ...loadedBy('popup.html')],
    limit: '40 kB',
    brotli: true,
  },
]
