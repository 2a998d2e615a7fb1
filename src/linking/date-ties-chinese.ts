import type { TextDate } from '../text/text-dates.ts'
import type { ComingAbout } from './view.ts'

const PLACE = '(?:在\\p{Script=Han}{2,6})?'
const VERBS: Readonly<Record<ComingAbout, string>> = {
  held: '举行|召开|闭幕|开幕|落幕',
  signed: '签署|签订|缔结',
  opened: '开放签署',
  adopted: '通过|获得通过|获通过',
  entered: '生效',
  published: '发布|发表|公布',
}
const MADE: Readonly<Record<ComingAbout, RegExp>> = Object.fromEntries(
  Object.entries(VERBS).map(([by, verbs]) => [by, new RegExp(`^${PLACE}(?:正式)?(?:${verbs})`, 'u')]),
) as unknown as Readonly<Record<ComingAbout, RegExp>>

/** Between a date that opens a clause and the thing: "1946年6月，《宪章》在旧金山签署". */
const SUBJECT = new RegExp(`^[，,]?${PLACE}[《“]?$`, 'u')
const REACH = 20

/** What a mention names, and how it came about. Offsets are UTF-16 units into the text. */
interface Mentioned {
  readonly start: number
  readonly end: number
  readonly by: ComingAbout
}

/** "《宪章》于1946年6月签署", "1946年6月签署的《宪章》", "1946年6月，《宪章》签署", "青岛峰会（2018年6月）". */
export function isTiedInChinese(text: string, date: TextDate, { start, end, by }: Mentioned): boolean {
  if (date.start >= end) {
    const between = text.slice(end, date.start)
    if (by === 'held' && date.days.precision !== 'year' && /^[（(]$/u.test(between)) return true
    return MADE[by].test(text.slice(date.end, date.end + REACH)) && /^[》”]?于?$/u.test(between)
  }
  const between = text.slice(date.end, start)
  if (SUBJECT.test(between)) return MADE[by].test(text.slice(end, end + REACH).replace(/^[》”]/u, ''))
  const made = MADE[by].exec(between)
  return made !== null && /^的[《“]?$/u.test(between.slice(made[0].length))
}

const DOUBT = /周年|自|以来|至|拟|将|计划|草案|大约|左右|预计|加入|批准/u

/** Whether a claim in Chinese is vague, or speaks of plans, anniversaries or accessions. */
export const isDoubtfulInChinese = (claim: string): boolean => DOUBT.test(claim)
