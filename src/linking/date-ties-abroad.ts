import type { TextDate } from '../text/text-dates.ts'
import type { Language } from './languages.ts'
import type { ComingAbout } from './view.ts'

/** How a language ties a thing to a date; narrower than English: only what follows the thing, or stands in a bracket. */
interface Ties {
  /** The verbs and participles by which something comes about. */
  readonly verbs: Readonly<Record<ComingAbout, string>>
  /** What may stand between the thing and its verb: "a été", "fue", "wurde". */
  readonly auxiliary: string
  /** "à Saint-Pétersbourg". */
  readonly place: string
  /** "en", "le", "am"; may be empty. */
  readonly preposition: string
  /** What makes an event of "au sommet de Bichkek en juin 2009". */
  readonly at: RegExp
  /** Anniversaries, plans, stretches of time, accessions. */
  readonly doubt: RegExp
}

const TOWN = "\\p{Lu}[\\p{L}’'-]*(?:[\\s-]\\p{L}+){0,2}"

const ABROAD: Readonly<Partial<Record<Language, Ties>>> = {
  fr: {
    verbs: {
      held: "(?:s['’]est\\s+)?tenue?s?|(?:a\\s+)?eu\\s+lieu|réunie?s?",
      signed: 'signée?s?|conclue?s?|paraphée?s?',
      opened: 'ouverte?s?\\s+à\\s+la\\s+signature',
      adopted: 'adoptée?s?|approuvée?s?',
      entered: 'entrée?s?\\s+en\\s+vigueur',
      published: 'publiée?s?|parue?s?',
    },
    auxiliary: '(?:(?:a|avait|fut)\\s+(?:été\\s+)?|est\\s+|qui\\s+)?',
    place: `(?:à|au|en)\\s+(?:la\\s+)?${TOWN}`,
    preposition: '(?:le|en|du)',
    at: /(?:^|\s)(?:au|lors\s+du|pendant\s+le)\s+$/iu,
    doubt:
      /anniversaire|depuis|jusqu|entre|dev(?:ait|rait)|sera|seront|aura|prévu|projet|avant|après|environ|vers\s|prochain|ratifi|adhér|plus\s+tard|plus\s+tôt/iu,
  },
  es: {
    verbs: {
      held: 'celebrada?o?|celebró|(?:tuvo|tenido)\\s+lugar|reunid[oa]',
      signed: 'firmad[oa]s?|suscrit[oa]s?|concluid[oa]s?',
      opened: 'abiert[oa]s?\\s+a\\s+la\\s+firma|abrió\\s+a\\s+la\\s+firma',
      adopted: 'adoptad[oa]s?|aprobad[oa]s?',
      entered: '(?:entrad[oa]|entró)\\s+en\\s+vigor',
      published: 'publicad[oa]s?',
    },
    auxiliary: '(?:(?:fue|fueron|ha\\s+sido|había\\s+sido)\\s+|se\\s+|que\\s+)?',
    place: `en\\s+(?:la\\s+)?${TOWN}`,
    preposition: '(?:el|en|del?)',
    at: /(?:^|\s)(?:en\s+la|durante\s+la)\s+$/iu,
    doubt:
      /aniversario|desde|hasta|entre|deb(?:ía|ería)|iba\s+a|será|previst|proyecto|antes|después|hacia|próxim|ratific|adhiri|más\s+tarde/iu,
  },
  de: {
    verbs: {
      held: 'stattgefunden|fand|abgehalten',
      signed: 'unterzeichnet|unterschrieben|geschlossen',
      opened: 'zur\\s+Unterzeichnung\\s+aufgelegt',
      adopted: 'verabschiedet|angenommen|beschlossen',
      entered: '(?:trat|getreten)|in\\s+Kraft\\s+getreten',
      published: 'veröffentlicht',
    },
    auxiliary: '(?:wurde\\s+|ist\\s+|die\\s+|der\\s+|das\\s+)?',
    place: `in\\s+${TOWN}`,
    preposition: '(?:am|im|vom)',
    at: /(?:^|\s)(?:auf\s+dem|beim|während\s+des)\s+$/iu,
    doubt:
      /jahrestag|jubiläum|seit|bis\s|zwischen|sollte|wird|werden|geplant|entwurf|(?:^|\s)vor\s|nach\s|etwa|gegen\s|nächst|ratifiz|beigetreten|später|früher/iu,
  },
  ru: {
    verbs: {
      held: 'состоял(?:ся|ась|ось)|прош[её]л|прошла|проведён|проведен',
      signed: 'подписан[аоы]?|подписал[иа]?|заключен[аоы]?|заключён',
      opened: 'открыт[аоы]?\\s+для\\s+подписания',
      adopted: 'принят[аоы]?|одобрен[аоы]?|утвержден[аоы]?|утверждён',
      entered: 'вступил[аои]?\\s+в\\s+силу',
      published: 'опубликован[аоы]?|издан[аоы]?',
    },
    auxiliary: '(?:был[аои]?\\s+)?',
    place: `в\\s+${TOWN}`,
    preposition: '(?:в)',
    at: /(?:^|\s)(?:на|во\s+время)\s+$/iu,
    doubt:
      /годовщин|юбиле|(?:^|\s)(?:с|до|со|к)\s|между|долж|будет|будут|планир|проект|перед|после|около|следующ|ратифиц|присоедин|позже|ранее/iu,
  },
}

/** What a mention names, and how it came about. Offsets are UTF-16 units into the text. */
interface Mentioned {
  readonly start: number
  readonly end: number
  readonly by: ComingAbout
}

/** Whether a sentence in a language other than English says that what a mention names came about on a date. Silent in every doubtful case. */
export function isTiedAbroad(lang: Language, text: string, date: TextDate, mention: Mentioned): boolean {
  if (lang === 'zh') return isTiedInChinese(text, date, mention)
  const ties = ABROAD[lang]
  if (!ties || date.start < mention.end) return false
  const between = text.slice(mention.end, date.start)
  if (frameOf(ties, mention.by).test(between)) return true
  if (mention.by !== 'held' || date.days.precision === 'year') return false
  if (/^\s*\(\s*$/u.test(between)) return true
  const isPlain = new RegExp(`^,?\\s+${ties.preposition}\\s+$`, 'iu').test(between)
  return isPlain && ties.at.test(text.slice(Math.max(0, mention.start - REACH), mention.start))
}

const REACH = 20

/** "X, (a été) signée (à Saint-Pétersbourg) (en)": nothing else may stand between the thing and the date. */
const frameOf = ({ auxiliary, verbs, place, preposition }: Ties, by: ComingAbout): RegExp =>
  new RegExp(
    `^,?\\s+${auxiliary}(?:${verbs[by]})(?:\\s+${place})?,?(?:\\s+${preposition})?\\s+(?:${place}\\s+)?$`,
    'iu',
  )

const CHINESE: Readonly<Record<ComingAbout, RegExp>> = {
  held: /^(?:在\p{Script=Han}{2,6})?(?:举行|召开|闭幕|开幕)/u,
  signed: /^(?:在\p{Script=Han}{2,6})?(?:签署|签订|缔结)/u,
  opened: /^(?:在\p{Script=Han}{2,6})?开放签署/u,
  adopted: /^(?:在\p{Script=Han}{2,6})?(?:通过|获得通过)/u,
  entered: /^(?:正式)?生效/u,
  published: /^(?:发布|发表|公布)/u,
}

/** "《宪章》于1946年6月签署": the verb stands behind the date. */
const isTiedInChinese = (text: string, date: TextDate, { end, by }: Mentioned): boolean =>
  date.start >= end &&
  /^[》”]?于?$/u.test(text.slice(end, date.start)) &&
  CHINESE[by].test(text.slice(date.end, date.end + REACH))

const CHINESE_DOUBT = /周年|自|以来|至|拟|将|计划|草案|大约|左右|预计|加入|批准/u

/** Whether a claim in such a language is vague, or speaks of plans, anniversaries or accessions. */
export function isDoubtfulAbroad(lang: Language, claim: string): boolean {
  if (lang === 'zh') return CHINESE_DOUBT.test(claim)
  return ABROAD[lang]?.doubt.test(claim) ?? false
}
