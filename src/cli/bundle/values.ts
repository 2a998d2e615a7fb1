import { MAX_TEXT_LENGTH } from '../../bundle/limits.ts'
import { nameProblem } from '../../bundle/name-problem.ts'
import { addressProblem } from '../../bundle/web-address.ts'
import { ID_PATTERN, MAX_ID_LENGTH } from '../../model/ids.ts'
import { parseDate } from '../../model/partial-date.ts'
import { suggestion } from '../nearest.ts'
import { type Read, text } from './source-reader.ts'

type Trouble = readonly [problem: string, advice: string] | undefined

/** A kebab-case id. */
export const id = text((value): Trouble => {
  if (value.length <= MAX_ID_LENGTH && ID_PATTERN.test(value)) return undefined
  return [
    `"${value}" is no id`,
    `Use at most ${MAX_ID_LENGTH} small letters and digits, words joined by single hyphens`,
  ]
})

/** An id that is declared in the bundle; `declared` tells where it belongs. */
export const reference = (
  what: string,
  known: { has(id: string): boolean } & Iterable<string>,
  declared: string,
) =>
  text((value): Trouble => {
    if (known.has(value)) return undefined
    return [`Unknown ${what} "${value}"`, `${suggestion(value, known)}${declared}`]
  })

/** Words for people, of at most `most` UTF-16 units. */
export const words = (most = MAX_TEXT_LENGTH): Read<string> =>
  text((value): Trouble => {
    if (value.length <= most) return undefined
    return [`This text has ${value.length} characters`, `Shorten it to ${most}`]
  })

/** A language tag, for example `en` or `zh-Hant`. */
export const language = text((value): Trouble => {
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value)) return undefined
  return [`"${value}" is no language tag`, 'Use a BCP 47 tag such as en, ru or zh-Hant']
})

const DATE_PROBLEMS = {
  'not-edtf': [
    'is no date',
    'Write it as 2001, 2001-06, 2001-06-15, 2007~, 201X or 2013-09/2013-10 (EDTF, level 1)',
  ],
  'no-such-day': ['is not in the calendar', 'Check the month and the day'],
  'end-before-start': ['ends before it starts', 'Put the earlier date first'],
} as const

/** An EDTF date or interval of level 0 or 1. */
export const date = text((value): Trouble => {
  const parsed = parseDate(value)
  if (parsed.ok) return undefined
  const [problem, advice] = DATE_PROBLEMS[parsed.error]
  return [`"${value}" ${problem}`, advice]
})

/** One day, ISO 8601. */
export const day = text((value): Trouble => {
  const parsed = parseDate(value)
  if (parsed.ok && parsed.value.precision === 'day' && !parsed.value.vague) return undefined
  return [`"${value}" is no day`, 'Write the day on which it was checked as 2026-11-23']
})

/** An instant, ISO 8601 in UTC. */
export const instant = text((value): Trouble => {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) && !Number.isNaN(Date.parse(value)))
    return undefined
  return [`"${value}" is no instant`, 'Write it in UTC as 2026-11-23T00:00:00Z']
})

const ADDRESS_PROBLEMS = {
  'too-long': ['This address is too long', 'Use one of at most 2,048 characters'],
  'not-an-address': ['This is no address', 'Write it in full, beginning with https://'],
  'not-web': ['This address is neither http nor https', 'Use a web address'],
  'has-credentials': ['This address holds a user name or password', 'Leave out what stands before the @'],
} as const

/** An http or https address without credentials. */
export const address = text((value): Trouble => {
  const problem = addressProblem(value)
  return problem && ADDRESS_PROBLEMS[problem]
})

const NAME_PROBLEMS = {
  'too-short': ['is too short', 'A name has at least 2 characters: shorter ones are found everywhere'],
  'too-long': ['is too long', 'A name has at most 200 characters'],
  'too-few-letters': ['has too few letters', 'A name has a letter, and at least 2 letters or digits'],
} as const

/** What keeps a text from being a name: its length, or too few letters. */
export const name = text((value): Trouble => {
  const problem = nameProblem(value)
  if (!problem) return undefined
  const [trouble, advice] = NAME_PROBLEMS[problem]
  return [`"${value.length > 60 ? `${value.slice(0, 60)}…` : value}" ${trouble}`, advice]
})

/** A whole number from 1 on. */
export const counting: Read<number> = (node) => {
  const digits = text((value): Trouble => {
    if (/^[1-9]\d{0,14}$/.test(value)) return undefined
    return [`"${value}" is no whole number from 1 on`, 'Use digits only']
  })(node)
  return digits === undefined ? undefined : Number(digits)
}
