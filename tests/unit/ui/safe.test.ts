import { describe, expect, test } from 'vitest'
import { safeAddress } from '../../../src/ui/format/safe-link.ts'
import { isolated, visibleText } from '../../../src/ui/format/safe-text.ts'

describe('a text of a bundle', () => {
  test.each([
    ['gnp\u202Eexe', 'gnpexe', 'an override that turns the rest round'],
    ['a\u2066b\u2069', 'ab', 'isolates of its own, which could break out of ours'],
    ['a\u0000b\u007F', 'ab', 'control characters'],
    ['S\u200BCO\uFEFF', 'SCO', 'spaces without width'],
    ['line\nnext\tcolumn', 'line\nnext\tcolumn', 'white space stays'],
    ['می\u200Cخواهم', 'می\u200Cخواهم', 'a non-joiner, without which Persian is misspelt'],
    ['👩\u200D🚀', '👩\u200D🚀', 'a joiner within one picture'],
    ['Zhào 赵厚麟 ШОС', 'Zhào 赵厚麟 ШОС', 'letters of any script'],
  ])('%j is shown as %j: %s', (text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  test('is set apart within a message by exactly one pair of isolates', () => {
    expect(isolated('\u2069ШОС\u2068')).toBe('\u2068ШОС\u2069')
  })
})

describe('an address of a bundle', () => {
  test.each<readonly [string, string | null, string]>([
    ['https://www.itu.int/', 'https://www.itu.int/', 'https'],
    [
      'http://eng.sectsco.org/secretariat/',
      'http://eng.sectsco.org/secretariat/',
      'http, as older sources have it',
    ],
    ['javascript:alert(1)', null, 'a script'],
    ['JaVaScRiPt:alert(1)', null, 'a script in disguise'],
    ['java\nscript:alert(1)', null, 'a script that the parser puts together'],
    ['data:text/html,<script>alert(1)</script>', null, 'a page within the address'],
    ['blob:https://example.org/1', null, 'a blob'],
    ['file:///etc/passwd', null, 'a file'],
    ['https://user@example.org/', null, 'a user name, which can look like a host'],
    ['https://www.un.org:pass@example.org/', null, 'a host that is a user name'],
    ['//example.org/', null, 'an address without a scheme'],
    ['', null, 'nothing'],
  ])('%j leads to %j: %s', (address, target) => {
    expect(safeAddress(address)).toBe(target)
  })
})
