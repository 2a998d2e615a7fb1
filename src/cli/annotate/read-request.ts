import * as v from 'valibot'
import { parseDate } from '../../model/partial-date.ts'
import { fail, ok, type Result } from '../../model/result.ts'

/** One line of input. Fields that are not named here are ignored. */
export interface AnnotationRequest {
  /** Given back as it came. */
  readonly id: string | number
  readonly text: string
  readonly title?: string
  /** BCP 47. */
  readonly lang?: string
  /** The article's date (EDTF). */
  readonly date?: string
}

/** Why a line is no request. `id` is given where it could be read. */
export interface RequestError {
  readonly id?: string | number
  readonly code: 'not-json' | 'not-a-request'
  readonly message: string
}

const idSchema = v.union([v.string(), v.pipe(v.number(), v.finite())])

/** Absent, null and empty are the same to those who write such lines. */
const optional = <const S extends v.GenericSchema<string, string>>(schema: S) =>
  v.optional(v.union([v.literal(''), v.null(), schema]))

const requestSchema = v.object({
  id: idSchema,
  text: v.string(),
  title: optional(v.string()),
  lang: optional(v.pipe(v.string(), v.maxLength(35), v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/))),
  date: optional(
    v.pipe(
      v.string(),
      v.transform(withoutTime),
      v.check((date) => parseDate(date).ok),
    ),
  ),
})

/** An instant (RFC 3339) counts as its day: many archives have nothing else. */
function withoutTime(date: string): string {
  return date.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$/u, '$1')
}

/** What is wrong with a field that is missing or does not fit. */
const PROBLEMS: Readonly<Record<string, string>> = {
  id: '"id" must be a text or a number',
  text: '"text" must be a text',
  title: '"title" must be a text',
  lang: '"lang" must be a language tag (BCP 47), for example "en"',
  date: '"date" must be a date (EDTF level 0 or 1), for example "2020-02-27"',
}

/** Reads a line of input; the one gate for what comes from outside. */
export function readRequest(line: string): Result<AnnotationRequest, RequestError> {
  const json = parseJson(line)
  if (!json.ok) return json
  const parsed = v.safeParse(requestSchema, json.value)
  if (!parsed.success) return fail(refusal(json.value, parsed.issues[0]))
  const { id, text, title, lang, date } = parsed.output
  return ok({ id, text, ...(title && { title }), ...(lang && { lang }), ...(date && { date }) })
}

function parseJson(line: string): Result<unknown, RequestError> {
  try {
    return ok(JSON.parse(line))
  } catch (error) {
    return fail({ code: 'not-json', message: error instanceof Error ? error.message : String(error) })
  }
}

function refusal(value: unknown, issue: v.BaseIssue<unknown>): RequestError {
  const key = issue.path?.[0]?.key
  const field = typeof key === 'string' ? key : ''
  const known = v.safeParse(v.looseObject({ id: idSchema }), value)
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const message = (isObject && PROBLEMS[field]) || 'The line must be an object with "id" and "text"'
  return { ...(known.success && { id: known.output.id }), code: 'not-a-request', message }
}
