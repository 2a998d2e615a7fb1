import { expect, test } from 'vitest'
import { generatedNames, generatedText, randomFrom } from './generated.ts'
import { indexOf, named } from './names.ts'
import { Oracle } from './oracle.ts'

const names = generatedNames(randomFrom(21), 500)
const index = indexOf(names)
const random = randomFrom(22)
const text = Array.from({ length: 400 }, () => generatedText(random, names)).join(' ')

test.each([1, 5_000, 30_000, text.length * 2])('slices of %d units give what a whole scan gives', (units) => {
  expect([...index.scanSlices(text, units)].flat()).toEqual(index.scan(text))
})

test('other scans between the slices disturb nothing', () => {
  const found = []
  for (const slice of index.scanSlices(text, 4_096)) {
    index.scan('United Nations')
    index.scanAll(text.slice(0, 500))
    found.push(...slice)
  }
  expect(found).toEqual(index.scan(text))
})

test('a scan can be left at any time', () => {
  const slices = index.scanSlices(text, 4_096)
  const first = slices.next()
  slices.return()
  expect(first.done).toBe(false)
  expect(slices.next().done).toBe(true)
})

/** Texts on which a matcher may go astray, and how often "SCO" is in them. */
const AWKWARD: readonly [string, string, number][] = [
  ['one word without end', 'a'.repeat(50_000), 0],
  ['a name after a word without end', `${'é'.repeat(20_000)} SCO`, 1],
  ['nothing but spaces, then a name', `${' '.repeat(20_000)}SCO`, 1],
  ['nothing but line breaks, then a name', `${'\n'.repeat(20_000)}SCO`, 1],
  ['soft hyphens in a name', `S${'\u00ad'.repeat(20_000)}CO`, 1],
  ['diacritics without end', `SCO e${'\u0301'.repeat(20_000)} SCO`, 2],
  ['stops and letters without end', `${'a.'.repeat(20_000)} SCO`, 1],
  ['characters of two units', `${'😀'.repeat(20_000)}SCO`, 1],
  ['halves of such characters', `${'\ud83d'.repeat(20_000)}SCO`, 1],
  ['ideographs without end', `${'上'.repeat(20_000)}SCO${'海'.repeat(20_000)}SCO`, 2],
  ['a name over and over', 'SCO '.repeat(20_000), 20_000],
  [
    'a name at each place where a chunk may end',
    `${'x '.repeat(2_046)}SCO SCO SCO ${'上'.repeat(4_093)}SCO`,
    4,
  ],
]

test.each(AWKWARD)('%s', (_, awkward, times) => {
  const sco = indexOf([named('SCO'), named('SCO Summit in Bishkek')])
  expect(sco.scan(awkward)).toHaveLength(times)
  expect(sco.scanAll(awkward)).toHaveLength(times)
})

/** What may stand on both sides of the place where a chunk ends, and what fills the text up to there. */
const BITS =
  '上 海 ， か \u3099 ｶ ﾞ \u00ad \u0301 . A .B. x é \n \n\n \u00a0 - 😀 \ud83d \ufe0f U.N. ’s 0 Й и \u0306 \u200b 合作组织 上海 A\u00ad\u0301.B.'.split(
    ' ',
  )
const FILLERS = ['上', 'x ', '上x', '，上', 'é ', '上 ', 'か\u3099', '\n上', 'a.', '😀上']
const CHUNK = 4_096

test('wherever a chunk ends, the engine finds what the oracle finds', { timeout: 120_000 }, () => {
  const oracle = new Oracle(names)
  for (let count = 0; count < 250; count++) {
    const filler = FILLERS[random(FILLERS.length)] as string
    let awkward = filler.repeat(CHUNK).slice(0, CHUNK - random(24))
    for (let more = random(60); more > 0; more--)
      awkward += random(4) === 0 ? names[random(names.length)]?.text : BITS[random(BITS.length)]
    const expected = oracle.scanAll(awkward)
    expect({ awkward, found: index.scanAll(awkward) }).toEqual({ awkward, found: expected })
    expect(index.scan(awkward)).toEqual(oracle.longest(expected))
  }
})
