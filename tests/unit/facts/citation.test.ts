import { describe, expect, test } from 'vitest'
import { type CitedFact, markdownCitation, plainCitation } from '../../../src/facts/citation.ts'
import { sourceView } from '../../../src/facts/views.ts'
import { GAZETTE } from './record.ts'

const cited: CitedFact = {
  subject: 'River Commission',
  label: 'Headquarters',
  fact: { text: 'Delta City', source: sourceView(GAZETTE) },
  dates: 'since 2001',
}

describe('citations', () => {
  test('plain text names the fact, its dates and where it can be read', () => {
    expect(plainCitation(cited)).toBe(
      'River Commission: Headquarters: Delta City (since 2001). Gazette, “On the river commission”, 2015-03-01, https://gazette.example/river',
    )
  })

  test('Markdown links the source’s title', () => {
    expect(markdownCitation(cited)).toBe(
      'River Commission: Headquarters: Delta City (since 2001). (Gazette, [On the river commission](<https://gazette.example/river>), 2015-03-01)',
    )
  })

  test('dates that are not known leave no empty brackets', () => {
    const { dates: _dates, ...undated } = cited
    const { date: _date, ...source } = cited.fact.source
    expect(plainCitation({ ...undated, fact: { text: 'Delta City', source } })).toBe(
      'River Commission: Headquarters: Delta City. Gazette, “On the river commission”, https://gazette.example/river',
    )
  })

  test.each([
    ['a [link](https://evil.example)', 'a \\[link\\](https://evil.example)', 'no link of its own'],
    ['**bold** and `code`', '\\*\\*bold\\*\\* and \\`code\\`', 'no formatting of its own'],
    ['<img src=x>', '\\<img src=x\\>', 'no markup of its own'],
  ])('%s becomes %s (%s)', (text, escaped) => {
    const markdown = markdownCitation({ ...cited, fact: { ...cited.fact, text } })
    expect(markdown.startsWith(`River Commission: Headquarters: ${escaped} (since 2001)`)).toBe(true)
  })

  test('an address cannot break out of its link', () => {
    const source = { ...cited.fact.source, url: 'https://gazette.example/a>b) c' }
    expect(markdownCitation({ ...cited, fact: { text: 'x', source } })).toContain(
      '](<https://gazette.example/a%3Eb)%20c>)',
    )
  })
})
