import type { ShortPlace } from './short-place.ts'

/** Nouns at the end of Chinese names of bodies; the longer ones first. */
const BODIES = '委员会|理事会|秘书处|组织|联盟|机构|法院|法庭|银行|基金|大会|会议|论坛|峰会'
/** Nouns at the end of Chinese names of texts. */
const TEXTS = '公约|协定|条约|宪章|议定书|宣言|准则|规约|备忘录|声明'
/** Titles that one body has one holder of; 主席 and 总统 are those of states as well. */
const TITLES = '秘书长|总干事|执行主任|高级专员|总裁'

const ENDING = new RegExp(`(${BODIES}|${TEXTS}|${TITLES})》?$`, 'u')

/** The generic form by which a Chinese text mentions a name again, its last noun: "上海合作组织" gives "组织". */
export function chineseForms(name: string): string[] {
  const noun = ENDING.exec(name)?.[1]
  return noun === undefined || noun === name ? [] : [noun]
}

/** "该组织", "本公约", "这一协定": what is meant must have been named. */
const DETERMINED = `(?:该|(?<![基日根版资成原样课文书])本|这一|上述)(${BODIES}|${TEXTS})`
/** "《公约》", "秘书长表示", "公约规定": only where no name goes on before or after. */
const BARE = `(?<!\\p{Script=Han}(?<![。，、；：在对与和由据照按将把向为给称]))(${TEXTS}|${TITLES})(?![国组处书员委办])`
const PLACE = new RegExp(`${DETERMINED}|${BARE}`, 'gu')

/** Before these a noun is no name, but any such body: "国际组织", "各机构". */
const COMMON = '国际|恐怖|各|该|本|这一|上述|有关|相关|其他|非政府|区域|地区|多边|金融'
const STRANGER = new RegExp(`(?<!${COMMON})(?<=\\p{Script=Han})(?:${BODIES}|${TEXTS})`, 'gu')

/** The places of a Chinese text where a generic form stands, in order. */
export function chinesePlaces(text: string): ShortPlace[] {
  return [...text.matchAll(PLACE)].map(({ index, 0: whole, 1: determined, 2: bare }) => {
    const noun = determined ?? bare ?? ''
    const form = { text: noun, end: index + whole.length }
    return { start: index, lead: 'definite', form, ...(IS_TITLE.test(noun) && { isOfTitle: true }) }
  })
}

const IS_TITLE = new RegExp(`^(?:${TITLES})$`, 'u')

/** Where names with a noun at their end, known or not, end in a stretch of Chinese text. */
export const endsOfNames = (text: string, noun: string): number[] =>
  [...text.matchAll(STRANGER)].flatMap(({ index, 0: found }) => (found === noun ? [index + noun.length] : []))
