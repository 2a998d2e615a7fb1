import { describe, expect, test } from 'vitest'
import { indexOf, named, surfaces } from './names.ts'

const acronym = (text: string) => named(text, { kind: 'acronym', caseRule: 'exact' })

/** name(s), text, the surfaces expected, the reason. */
const CASES: readonly [string | string[], string, string[], string][] = [
  [
    'Shanghai Cooperation Organisation',
    'SHANGHAI COOPERATION ORGANISATION SUMMIT',
    ['SHANGHAI COOPERATION ORGANISATION'],
    'folded names match in capitals',
  ],
  ['=WHO', 'who said rats', [], 'an acronym is exact'],
  ['=WHO', 'The WHO said', ['WHO'], 'an acronym as written'],
  ['=UN', 'Un vote', [], 'an initial capital is not an acronym'],
  ['Ban', 'they ban it', [], 'a capitalised single word needs a capital'],
  ['Ban', 'Mr Ban said', ['Ban'], 'a surname'],
  ['Ban', 'MR BAN SAID', ['BAN'], 'a surname in a headline'],
  ['euro', 'the euro; Euro', ['euro', 'Euro'], 'a name in lower case fits any case'],
  ['=ITU', "ITU’s role, ITU's work", ['ITU', 'ITU'], 'a possessive lies outside'],
  ['United Nations', 'the United Nations’ work', ['United Nations'], 'a plural possessive lies outside'],
  [
    'Secretary-General',
    'Secretary‑General, secretary general, SECRETARY—GENERAL',
    ['Secretary‑General', 'secretary general', 'SECRETARY—GENERAL'],
    'dashes equal each other and a space',
  ],
  ['=SCO', 'the S­CO, SCO\u200b.', ['S­CO', 'SCO'], 'soft hyphens and zero-width characters vanish'],
  [
    'Pérez',
    'Perez, Pérez, Pe\u0301rez',
    ['Perez', 'Pérez', 'Pe\u0301rez'],
    'diacritics are optional, composed or not',
  ],
  ['Королёв', 'Королев и Королёв', ['Королев', 'Королёв'], 'ё equals е'],
  ['Сергей', 'Сергеи, Сергей, Сергеи\u0306', ['Сергей', 'Сергеи\u0306'], 'й stays й'],
  ['Weißrussland', 'Weissrussland WEISSRUSSLAND', ['Weissrussland', 'WEISSRUSSLAND'], 'ß equals ss'],
  ['=UN', 'the U.N. and U.N', ['U.N.', 'U.N'], 'stops of acronyms'],
  ['上海合作组织', '关于上海合作组织成员国', ['上海合作组织'], 'no spaces in Chinese'],
  [
    'New York',
    'New\nYork, New\u00a0 York, New\n\nYork',
    ['New\nYork', 'New\u00a0 York'],
    'one line break is a space, a blank line is not',
  ],
  ['Don', 'Don’t go to the Don', ['Don'], 'a contracted not'],
  ["John O'Neil", 'John O’Neil', ['John O’Neil'], 'apostrophes equal each other'],
  ['ＡＢＣ ﬁn', 'abc fin', ['abc fin'], 'compatibility forms'],
  ['محمد', 'مُحَمَّد', ['مُحَمَّد'], 'Arabic marks vanish'],
  [
    ['=SCO', 'SCO Summit', 'Summit in Bishkek'],
    'the SCO Summit in Bishkek',
    ['SCO Summit'],
    'leftmost, then longest',
  ],
  ['=EU', 'an EU-backed plan, neutral EUROPE', ['EU'], 'only whole words'],
]

describe('scan', () => {
  test.each(CASES)('%j in %j gives %j: %s', (names, text, expected) => {
    const list = [names].flat().map((name) => (name.startsWith('=') ? acronym(name.slice(1)) : named(name)))
    expect(surfaces(indexOf(list), text)).toEqual(expected)
  })
})

test('scanAll gives nested candidates too', () => {
  const index = indexOf([named('SCO Summit'), acronym('SCO'), named('Summit in Bishkek')])
  const found = index.scanAll('SCO Summit in Bishkek').map((each) => [each.start, each.end, ...each.names])
  expect(found).toEqual([
    [0, 10, 0],
    [0, 3, 1],
    [4, 21, 2],
  ])
})
