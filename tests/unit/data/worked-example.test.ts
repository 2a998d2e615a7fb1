import { describe, expect, test } from 'vitest'
import { holdersAt } from '../../../src/facts/holders.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { spanOf } from '../../../src/model/partial-date.ts'
import { packagedRecords } from './packaged-bundle.ts'

const records = await packagedRecords()

function record(id: string): EntityRecord {
  const found = records.get(id)
  if (!found) throw new Error(`The bundle has no ${id}`)
  return found
}

const valuesOf = (id: string, property: string): string[] =>
  record(id)
    .statements.filter((each) => each.property === property)
    .map((each) => each.entity ?? each.value ?? '')

describe('who held the office at the date', () => {
  test.each([
    ['sco-secretary-general', '2020-02-27', 'vladimir-norov', 'the meeting of the worked example'],
    ['sco-secretary-general', '2012-06-07', 'muratbek-imanaliev', 'known to the year only'],
    ['itu-secretary-general', '2020-02-27', 'houlin-zhao', 'the meeting of the worked example'],
    ['itu-secretary-general', '2007-05-17', 'hamadoun-toure', 'when the Agenda was launched'],
    ['un-secretary-general', '1952-12-01', 'trygve-lie', 'he had resigned but stayed until April 1953'],
    ['un-secretary-general', '1962-03-01', 'u-thant', 'acting'],
    ['sco-rats-director', '2020-02-27', 'jumakhon-giyosov', 'the whole day range of 2019 to 2021'],
  ])('%s on %s: %s (%s)', (position, date, holder) => {
    const day = spanOf(date)
    if (!day) throw new Error(`${date} is no date`)
    expect(holdersAt(record(position), day).map((each) => each.entity)).toEqual([holder])
  })

  test('acting heads are told apart from full ones', () => {
    const acting = record('un-secretary-general').statements.filter((each) => each.acting)
    expect(acting.map(({ entity, start, end }) => [entity, start, end])).toEqual([
      ['u-thant', '1961-11-03', '1962-11-30'],
    ])
  })
})

describe('what the press release gets wrong stands where a reader looks', () => {
  test.each([
    ['sco-summit-2019', 'caution', /June 2009.*13 and 14 June 2019/, 'the summit of the concept'],
    ['sco-digital-concept-2019', 'caution', /June 2009.*14 June 2019/, 'approved at Bishkek'],
    ['code-of-conduct-2015', 'caution', /circulated as one, not adopted/, 'never adopted'],
    ['code-of-conduct-2011', 'outcome', /no resolution adopted the text/, 'never adopted'],
    ['code-of-conduct-2011', 'outcome', /according to the NATO/, 'a judgement is attributed'],
    ['norov-zhao-meeting-2020', 'caution', /71 % of people aged 15 to 24/, 'the figure is inverted'],
  ])('%s, %s: %s (%s)', (id, property, expected) => {
    expect(valuesOf(id, property).some((value) => expected.test(value))).toBe(true)
  })

  test.each([
    ['sco-iis-agreement-2009', 'signed', '2009-06-16', 'the Yekaterinburg agreement'],
    ['sco-summit-2009', 'date', '2009-06-15/2009-06-16', 'June 2009 was Yekaterinburg'],
    ['sco-summit-2019', 'date', '2019-06-13/2019-06-14', 'Bishkek'],
    ['code-of-conduct-2011', 'document-symbol', 'A/66/359', 'as circulated'],
    ['code-of-conduct-2015', 'document-symbol', 'A/69/723', 'as circulated'],
    ['itu-gca', 'adopted', '2007-05', 'the day is not confirmed'],
  ])('%s, %s: %s (%s)', (id, property, expected) => {
    expect(valuesOf(id, property)).toEqual([expected])
  })

  test('the agreement is known by the name that the release gives it', () => {
    const names = record('sco-iis-agreement-2009').aliases.map((alias) => alias.text)
    expect(names).toContain('Agreement on Ensuring Information Technology')
  })
})
