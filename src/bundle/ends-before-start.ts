import { spanOf } from '../model/partial-date.ts'

const PLAIN = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Whether an end lies wholly before the start; dates that are absent or unreadable decide nothing. */
export function endsBeforeStart(start: string | undefined, end: string | undefined): boolean {
  if (start === undefined || end === undefined) return false
  if (PLAIN.test(start) && PLAIN.test(end) && !comesBefore(end, start)) return false
  const first = spanOf(start)
  const last = spanOf(end)
  return first !== undefined && last !== undefined && last.last < first.first
}

/** Of two plain dates, as far as both are given: texts of digits are ordered as their days are. */
function comesBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}
