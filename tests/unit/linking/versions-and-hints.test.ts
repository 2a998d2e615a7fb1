import { describe, expect, test } from 'vitest'
import { mentionsIn, read } from './read.ts'

describe('versions by year', () => {
  const about = (sentence: string) => `The UN General Assembly and the SCO know it. ${sentence}`

  test.each<readonly [text: string, meaning: string, reason: string]>([
    [
      'As early as 2011 they sent a Code of Conduct for Information Security, finally adopted in 2015.',
      'code-of-conduct-2011',
      'the nearest year before it',
    ],
    [
      'They sent a Code of Conduct for Information Security in January 2015.',
      'code-of-conduct-2015',
      'no year before: the nearest after it',
    ],
    [
      'In 2011 they spoke of the Code of Conduct for Information Security of 2015.',
      'code-of-conduct-2015',
      'a year that belongs to the name goes first',
    ],
    [
      'In 2017 they spoke of the Code of Conduct for Information Security sent in 2015.',
      'code-of-conduct-2015',
      'a year that fits none is passed over',
    ],
    [
      'They sent a Code of Conduct for Information Security.',
      'code-of-conduct-2011|code-of-conduct-2015',
      'no year: the choice is offered',
    ],
  ])('%s: %s (%s)', async (text, meaning) => {
    expect((await mentionsIn(about(text))).at(-1)).toBe(`Code of Conduct for Information Security=${meaning}`)
  })

  test('a name that two years share goes on meaning the version that was meant', async () => {
    const text = about('In 2015 they sent a Code of Conduct for Information Security.')
    const later = ['The Code of Conduct for Information Security is long.']
    expect((await mentionsIn([text, ...later])).at(-1)).toBe(
      'Code of Conduct for Information Security=code-of-conduct-2015',
    )
  })

  test('a year before a name that holds the year’s short form is part of the longest name', async () => {
    const found = await mentionsIn(about('They know the 2011 Code of Conduct for Information Security.'))
    expect(found.at(-1)).toBe('2011 Code of Conduct for Information Security=code-of-conduct-2011')
  })

  test.each<readonly [text: string, date: string | undefined, meaning: string, reason: string]>([
    [
      'The Bishkek summit of 2013 ended.',
      undefined,
      'Bishkek summit=summit-2013',
      'the year belongs to the name',
    ],
    [
      'In 2019 the Bishkek summit ended.',
      undefined,
      'Bishkek summit=summit-2019',
      'the year of the sentence',
    ],
    ['The Bishkek summit ended.', '2019-06-15', 'Bishkek summit=summit-2019', 'it has just happened'],
    ['The Bishkek summit ended.', '2015-01-01', 'Bishkek summit=summit-2013', 'the other was yet to come'],
    ['The Bishkek summit ended.', '2024-06-15', 'Bishkek summit=summit-2019|summit-2013', 'neither is near'],
    [
      'The 2007 Astana summit ended.',
      undefined,
      'Shanghai Cooperation Organisation=sco',
      'a year that the bundle does not know: another summit',
    ],
  ])('%s at %s: %s (%s)', async (text, date, meaning) => {
    const found = await mentionsIn(
      ['The Shanghai Cooperation Organisation met.', text],
      date === undefined ? {} : { date },
    )
    expect(found.at(-1)).toBe(meaning)
  })
})

describe('hints', () => {
  const hints = async (sentence: string) => {
    const { blocks } = await read(['The Shanghai Cooperation Organisation met.', sentence])
    return blocks.flatMap((block) => block.hints)
  }

  test('a hint says where the claim stands, what the text says, what the bundle says, and who says so', async () => {
    const text = 'In June 2009 the SCO Summit in Astana approved a plan.'
    const [hint, ...others] = await hints(text)
    expect(others).toEqual([])
    expect(text.slice(hint?.start, hint?.end)).toBe('June 2009 the SCO Summit in Astana')
    expect(hint).toMatchObject({
      entity: { entity: 'summit-2017' },
      textSays: 'June 2009',
      bundleSays: '2017-06-08/2017-06-09',
      source: 'gazette',
    })
  })

  test.each<readonly [text: string, entity: string, reason: string]>([
    [
      'In June 2009 the SCO Summit in Astana approved the Concept of Cooperation in Digitalisation.',
      'summit-2017',
      'one hint for a date, at what is nearest to it',
    ],
    ['The June 2009 Astana summit was short.', 'summit-2017', 'the date belongs to the name'],
    ['The Astana summit (June 2009) was short.', 'summit-2017', 'the date in brackets'],
    ['The SCO Summit in Astana, held in June 2009, was short.', 'summit-2017', 'the date behind'],
    [
      'In 2010, the governments signed an Agreement on Ensuring Information Technology.',
      'agreement-2009',
      'a verb of making before it',
    ],
    [
      'The Agreement on Ensuring Information Technology was signed in Paris on 3 May 2010.',
      'agreement-2009',
      'a verb of making behind it',
    ],
  ])('%s: %s (%s)', async (text, entity) => {
    expect((await hints(text)).map((hint) => hint.entity.entity)).toEqual([entity])
  })

  test.each<readonly [text: string, reason: string]>([
    ['In 2009, the governments signed an Agreement on Ensuring Information Technology.', 'the bundle agrees'],
    ['In June 2017 the SCO Summit in Astana approved a plan.', 'a month that holds the day'],
    ['On 9 June 2017 the SCO Summit in Astana approved a plan.', 'a day of an event of two days'],
    [
      'The Agreement on Ensuring Information Technology was opened on 2 June 2011.',
      'a date that the bundle gives for another step',
    ],
    [
      'In 2021 officials recalled the Agreement on Ensuring Information Technology.',
      'recalling is not signing',
    ],
    ['In 2021 the Astana summit’s decisions were carried out.', 'the date is of something else'],
    ['Leaders recalled the Astana summit in June 2009.', 'the month may be that of the recalling'],
    ['In May 2017 Astana summit preparations began.', 'the date is that of what goes on'],
    ['In 2021, China presented the Concept of Cooperation in Digitalisation.', 'presenting may happen again'],
    [
      'In 2012 the parties signed the Agreement on Ensuring Information Technology’s annex.',
      'the annex is another thing',
    ],
    ['Ten years after 2007, on the anniversary, the Astana summit met in June 2010.', 'an anniversary'],
    ['The SCO Summit in Astana will be held in June 2009.', 'a plan'],
    ['The SCO Summit in Astana, planned for June 2009, took place.', 'a plan'],
    ['In about 2009 the SCO Summit in Astana approved a plan.', 'a vague date'],
    ['In 2009-2012 the SCO Summit in Astana approved a plan.', 'a range'],
    ['Between 2009 and June 2010 the SCO Summit in Astana approved a plan.', 'a range in words'],
    ['In June 2009 the SCO Summit in Almaty approved a plan.', 'the bundle itself is unsure'],
    [
      'In 2009 experts met, and the Astana summit of June 2017 approved a plan.',
      'the right date stands there too',
    ],
    ['In June 2009 the Shanghai Cooperation Organisation approved a plan.', 'an organisation has no date'],
  ])('%s: none (%s)', async (text) => {
    expect(await hints(text)).toEqual([])
  })
})
