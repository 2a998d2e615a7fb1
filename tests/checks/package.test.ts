import { describe, expect, test } from 'vitest'
import { shippedBuild } from '../e2e/harness/granted-build.ts'
import { BROWSERS } from '../e2e/harness/launch.ts'
import { bytesOf, filesBelow } from './files.ts'

/** Ways from text to markup or to running code; a packaged file with any of them is refused. */
const FORBIDDEN = [
  {
    what: 'markup from text',
    pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)\b/,
  },
  { what: 'markup written into a document', pattern: /document\.write(ln)?\b/ },
  { what: 'code from text', pattern: /\beval\s*\(|\bnew\s+Function\b|[^.\w]Function\s*\(/ },
  { what: 'code from elsewhere', pattern: /\bimportScripts\s*\(|<script[^>]+src="https?:/ },
]

const CODE = /\.(js|html)$/

describe.each(BROWSERS)('the %s package', (name) => {
  const folder = shippedBuild(name)
  const code = filesBelow(folder).filter((file) => CODE.test(file))

  test('has its scripts and pages', () => {
    expect(code).toEqual(
      expect.arrayContaining([
        'background.js',
        'page.js',
        'options.html',
        'popup.html',
        'sidepanel.html',
        'welcome.html',
      ]),
    )
  })

  test.each(FORBIDDEN)('holds no $what', ({ pattern }) => {
    const found = code.flatMap((file) => {
      const match = pattern.exec(bytesOf(folder, file))
      return match === null ? [] : [`${file}: ${match[0]}`]
    })
    expect(found).toEqual([])
  })

  test('holds no source map: it would name the paths of the machine that built it', () => {
    expect(filesBelow(folder).filter((file) => file.endsWith('.map'))).toEqual([])
  })
})
