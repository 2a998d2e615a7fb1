import type { Spot } from './spot.ts'

/** Chinese is written without spaces, so that a short name may be made of parts of two words: "联合国" in "联合|国际", "北约" in "东北|约有". */
const words =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

/** Longer names are no accident. */
const LONGEST = 4
/** So many signs on both sides tell which words stand there. */
const AROUND = 6
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff

/** Whether a short Chinese name cuts a word of the dictionary that begins in it or ends in it. */
export function cutsChineseWord({ block: { text }, start, end }: Spot): boolean {
  if (!words || end - start > LONGEST || !isHanAt(text, start)) return false
  if (!isHanAt(text, start - 1) && !isHanAt(text, end)) return false
  const from = Math.max(0, start - AROUND)
  for (const { index, segment } of words.segment(text.slice(from, end + AROUND))) {
    const first = from + index
    const last = first + segment.length
    if (first < start && last > start && last < end) return true
    if (first > start && first < end && last > end) return true
  }
  return false
}

function isHanAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= FIRST_HAN && unit <= LAST_HAN
}
