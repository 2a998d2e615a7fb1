import type { Language } from './languages.ts'
import type { ComingAbout } from './view.ts'

/** The words by which a language ties a thing to a date. */
export interface Ties {
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
  /** "Of" before a date that belongs to a name: "la Charte du 26 juin 1946". */
  readonly of: string
  /** "La signature de": nouns of coming about, and what joins them to the thing. */
  readonly nouns: Readonly<Record<ComingAbout, string>>
  readonly joined: string
  /** An article before the thing. */
  readonly determiner: string
  /** What makes an event of "au sommet de Bichkek en juin 2009". */
  readonly at: RegExp
  /** Anniversaries, plans, stretches of time, accessions. */
  readonly doubt: RegExp
}

const TOWN = "\\p{Lu}[\\p{L}’'-]*(?:[\\s-]\\p{L}+){0,2}"

/** The languages whose ties are known. */
export const ABROAD: Readonly<Partial<Record<Language, Ties>>> = {
  fr: {
    verbs: {
      held: "(?:s['’]est\\s+)?tenue?s?|(?:a\\s+)?eu\\s+lieu|réunie?s?|ouverte?s?|achevée?s?",
      signed: 'signée?s?|conclue?s?|paraphée?s?',
      opened: 'ouverte?s?\\s+à\\s+la\\s+signature|signée?s?',
      adopted: 'adoptée?s?|approuvée?s?',
      entered: 'entrée?s?\\s+en\\s+vigueur',
      published: 'publiée?s?|parue?s?',
    },
    auxiliary: '(?:qui\\s+)?(?:(?:a|avait|fut)\\s+(?:été\\s+)?|est\\s+)?',
    place: `(?:à|au|en)\\s+(?:la\\s+)?${TOWN}`,
    preposition: '(?:les?|en|du)',
    dates: 'date\\s+(?:de|du)',
    article: ",\\s+(?:la\\s+|le\\s+|les\\s+|l['’])?",
    of: 'du',
    nouns: {
      held: 'tenue',
      signed: 'signature|conclusion',
      opened: 'ouverture\\s+à\\s+la\\s+signature|signature',
      adopted: 'adoption',
      entered: 'entrée\\s+en\\s+vigueur',
      published: 'publication',
    },
    joined: "\\s+(?:de\\s+la\\s+|du\\s+|des\\s+|de\\s+l['’]|d['’]|de\\s+)",
    determiner: "(?:la\\s+|le\\s+|les\\s+|l['’])?",
    at: /(?:^|\s)(?:au|lors\s+du|pendant\s+le)\s+$/iu,
    doubt:
      /anniversaire|(?<!\p{L})(?:depuis|jusqu|entre|dev(?:ait|rait)|sera|seront|aura|prévu|projet|avant|après|environ|vers\s|prochain|ratifi|adhér|plus\s+tard|plus\s+tôt)/iu,
  },
  es: {
    verbs: {
      held: 'celebrada?o?|celebró|(?:tuvo|tenido)\\s+lugar|reunid[oa]',
      signed: 'firmad[oa]s?|firmó|firma|suscrit[oa]s?|suscribió|concluid[oa]s?',
      opened: 'abiert[oa]s?\\s+a\\s+la\\s+firma|abrió\\s+a\\s+la\\s+firma|firmad[oa]s?|firmó',
      adopted: 'adoptad[oa]s?|adoptó|adopta|aprobad[oa]s?|aprobó',
      entered: '(?:entrad[oa]|entró)\\s+en\\s+vigor',
      published: 'publicad[oa]s?',
    },
    auxiliary: '(?:que\\s+)?(?:(?:fue|fueron|ha\\s+sido|había\\s+sido)\\s+|se\\s+)?',
    place: `en\\s+(?:la\\s+)?${TOWN}`,
    preposition: '(?:el|en|del?|los(?:\\s+días)?)',
    dates: 'data\\s+del?',
    article: ',\\s+(?:la\\s+|el\\s+|los\\s+|las\\s+)?',
    of: 'del?',
    nouns: {
      held: 'celebración',
      signed: 'firma|suscripción',
      opened: 'apertura\\s+a\\s+la\\s+firma|firma',
      adopted: 'adopción|aprobación',
      entered: 'entrada\\s+en\\s+vigor',
      published: 'publicación',
    },
    joined: '\\s+(?:de\\s+la\\s+|del\\s+|de\\s+los\\s+|de\\s+las\\s+|de\\s+)',
    determiner: '(?:la\\s+|el\\s+|los\\s+|las\\s+)?',
    at: /(?:^|\s)(?:en\s+la|durante\s+la)\s+$/iu,
    doubt:
      /aniversario|(?<!\p{L})(?:desde|hasta|entre|deb(?:ía|ería)|iba\s+a|será|previst|proyecto|antes|después|hacia|próxim|ratific|adhiri|más\s+tarde)/iu,
  },
  de: {
    verbs: {
      held: 'stattgefunden|fand|abgehalten',
      signed: 'unterzeichnet|unterschrieben|geschlossen',
      opened: 'zur\\s+Unterzeichnung\\s+aufgelegt',
      adopted: 'verabschiedet|angenommen|beschlossen',
      entered: 'trat|in\\s+Kraft(?:\\s+getreten)?',
      published: 'veröffentlicht',
    },
    auxiliary: '(?:wurde\\s+|ist\\s+|die\\s+|der\\s+|das\\s+)?',
    place: `in\\s+${TOWN}`,
    preposition: '(?:am|im|vom)',
    dates: 'stammt\\s+(?:aus\\s+dem|vom)',
    article: ',\\s+(?:die\\s+|der\\s+|das\\s+)?',
    of: 'vom',
    nouns: {
      held: 'Abhaltung',
      signed: 'Unterzeichnung|Abschluss(?:es)?',
      opened: 'Unterzeichnung',
      adopted: 'Verabschiedung|Annahme',
      entered: 'Inkrafttretens?',
      published: 'Veröffentlichung',
    },
    joined: '\\s+(?:der|des|von|vom)\\s+',
    determiner: '(?:die\\s+|der\\s+|das\\s+)?',
    at: /(?:^|\s)(?:auf\s+dem|beim|während\s+des)\s+$/iu,
    doubt:
      /jahrestag|jubiläum|(?<!\p{L})(?:seit|bis\s|zwischen|sollte|wird|werden|geplant|entwurf|(?:^|\s)vor\s|nach\s|etwa|gegen\s|nächst|ratifiz|beigetreten|später|früher)/iu,
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
    of: 'от',
    nouns: {
      held: 'проведени[еяюи]|проведением',
      signed: 'подписани[еяюи]|подписанием|заключени[еяюи]|заключением',
      opened: 'подписани[еяюи]|подписанием',
      adopted: 'приняти[еяюи]|принятием',
      entered: 'вступлени\\p{L}+\\s+в\\s+силу',
      published: 'публикаци\\p{L}+',
    },
    joined: '\\s+',
    determiner: '',
    at: /(?:^|\s)(?:на|во\s+время)\s+$/iu,
    doubt:
      /годовщин|юбиле|(?:^|\s)(?:с|до|со|к)\s|между|долж|будет|будут|планир|проект|перед|после|около|следующ|ратифиц|присоедин|позже|ранее/iu,
  },
}
