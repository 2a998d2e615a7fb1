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
  /** "Date de", "data de": how a thing is of a time. */
  readonly dates: string
  /** What may stand between a date and the thing: ", la ". */
  readonly article: string
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
      opened: 'ouverte?s?\\s+à\\s+la\\s+signature|signée?s?',
      adopted: 'adoptée?s?|approuvée?s?',
      entered: 'entrée?s?\\s+en\\s+vigueur',
      published: 'publiée?s?|parue?s?',
    },
    auxiliary: '(?:qui\\s+)?(?:(?:a|avait|fut)\\s+(?:été\\s+)?|est\\s+)?',
    place: `(?:à|au|en)\\s+(?:la\\s+)?${TOWN}`,
    preposition: '(?:le|en|du)',
    dates: 'date\\s+(?:de|du)',
    article: ",\\s+(?:la\\s+|le\\s+|les\\s+|l['’])?",
    at: /(?:^|\s)(?:au|lors\s+du|pendant\s+le)\s+$/iu,
    doubt:
      /anniversaire|depuis|jusqu|entre|dev(?:ait|rait)|sera|seront|aura|prévu|projet|avant|après|environ|vers\s|prochain|ratifi|adhér|plus\s+tard|plus\s+tôt/iu,
  },
  es: {
    verbs: {
      held: 'celebrada?o?|celebró|(?:tuvo|tenido)\\s+lugar|reunid[oa]',
      signed: 'firmad[oa]s?|firmó|suscrit[oa]s?|suscribió|concluid[oa]s?',
      opened: 'abiert[oa]s?\\s+a\\s+la\\s+firma|abrió\\s+a\\s+la\\s+firma|firmad[oa]s?|firmó',
      adopted: 'adoptad[oa]s?|adoptó|aprobad[oa]s?|aprobó',
      entered: '(?:entrad[oa]|entró)\\s+en\\s+vigor',
      published: 'publicad[oa]s?',
    },
    auxiliary: '(?:que\\s+)?(?:(?:fue|fueron|ha\\s+sido|había\\s+sido)\\s+|se\\s+)?',
    place: `en\\s+(?:la\\s+)?${TOWN}`,
    preposition: '(?:el|en|del?)',
    dates: 'data\\s+del?',
    article: ',\\s+(?:la\\s+|el\\s+|los\\s+|las\\s+)?',
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
    dates: 'stammt\\s+(?:aus\\s+dem|vom)',
    article: ',\\s+(?:die\\s+|der\\s+|das\\s+)?',
    at: /(?:^|\s)(?:auf\s+dem|beim|während\s+des)\s+$/iu,
    doubt:
      /jahrestag|jubiläum|seit|bis\s|zwischen|sollte|wird|werden|geplant|entwurf|(?:^|\s)vor\s|nach\s|etwa|gegen\s|nächst|ratifiz|beigetreten|später|früher/iu,
  },
  ru: {
    verbs: {
      held: 'состоял(?:ся|ась|ось)|состоявш\\p{L}+|прош[её]л|прошла|прошедш\\p{L}+|провед[её]н(?:н\\p{L}+)?',
      signed: 'подписан(?:[аоы]|н\\p{L}+)?|подписал[иа]?|заключ[её]н(?:[аоы]|н\\p{L}+)?',
      opened: 'открыт\\p{L}*\\s+для\\s+подписания|подписан(?:[аоы]|н\\p{L}+)?',
      adopted: 'принят\\p{L}*|одобрен(?:[аоы]|н\\p{L}+)?|утвержд[её]н(?:[аоы]|н\\p{L}+)?',
      entered: 'вступил[аои]?\\s+в\\s+силу|вступивш\\p{L}+\\s+в\\s+силу',
      published: 'опубликован(?:[аоы]|н\\p{L}+)?|издан(?:[аоы]|н\\p{L}+)?',
    },
    auxiliary: '(?:был[аои]?\\s+)?',
    place: `в\\s+${TOWN}`,
    preposition: '(?:в)',
    dates: 'датируется',
    article: '(?:\\s+года)?,?\\s+',
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
  if (!ties) return false
  if (date.end <= mention.start) return isMadeFirst(ties, text, date, mention)
  const between = text.slice(mention.end, date.start)
  if (frameOf(ties, mention.by).test(between)) return true
  if (mention.by !== 'held' || date.days.precision === 'year') return false
  if (/^\s*\(\s*$/u.test(between)) return true
  const isPlain = new RegExp(`^,?\\s+${ties.preposition}\\s+$`, 'iu').test(between)
  return isPlain && ties.at.test(text.slice(Math.max(0, mention.start - REACH), mention.start))
}

/** "Signée à Budapest en novembre 2002, la Convention ...", "Подписанная в июне 2003 года Хартия": at the beginning of a sentence. */
function isMadeFirst(ties: Ties, text: string, date: TextDate, { start, by }: Mentioned): boolean {
  if (!new RegExp(`^${ties.article}$`, 'iu').test(text.slice(date.end, start))) return false
  const { verbs, place, preposition } = ties
  const made = `(?:^|[.!?]\\s+)(?:${verbs[by]})(?:\\s+${place})?,?(?:\\s+${preposition})?\\s+$`
  return new RegExp(made, 'iu').test(text.slice(Math.max(0, date.start - LONGEST_LEAD), date.start))
}

const LONGEST_LEAD = 80
const REACH = 20

/** "X, (a été) signée (à Saint-Pétersbourg) (en)": nothing else may stand between the thing and the date. */
const frameOf = ({ auxiliary, verbs, place, preposition, dates }: Ties, by: ComingAbout): RegExp =>
  new RegExp(
    `^,?\\s+(?:${auxiliary}(?:${verbs[by]})(?:\\s+${place})?,?(?:\\s+${preposition})?\\s+(?:${place}\\s+)?|${dates}\\s+)$`,
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

/** "《宪章》于1946年6月签署", "1946年6月签署的《宪章》": the verb stands behind the date. */
function isTiedInChinese(text: string, date: TextDate, { start, end, by }: Mentioned): boolean {
  const made = CHINESE[by].exec(text.slice(date.end, date.end + REACH))
  if (!made) return false
  if (date.start >= end) return /^[》”]?于?$/u.test(text.slice(end, date.start))
  return /^的[《“]?$/u.test(text.slice(date.end + made[0].length, start))
}

const CHINESE_DOUBT = /周年|自|以来|至|拟|将|计划|草案|大约|左右|预计|加入|批准/u

/** Whether a claim in such a language is vague, or speaks of plans, anniversaries or accessions. */
export function isDoubtfulAbroad(lang: Language, claim: string): boolean {
  if (lang === 'zh') return CHINESE_DOUBT.test(claim)
  return ABROAD[lang]?.doubt.test(claim) ?? false
}
