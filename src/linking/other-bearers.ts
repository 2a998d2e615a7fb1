import type { NameIndex } from '../matching/types.ts'
import { isCapitalAt } from '../text/letters.ts'
import type { NameForm } from './name-form.ts'
import { wordStartAfter, wordStartBefore } from './neighbours.ts'
import type { PageBlock } from './page-block.ts'

/** What firms, courts' cases and clubs have behind their initials, and no intergovernmental body has. */
const FIRM =
  /^\s+(?:Inc|Ltd|LLC|PLC|Plc|Corp|Corporation|Company|Holdings|GmbH|Records|Software|Systems|Technologies|Unix|UNIX|FC|League|World\s+Cup|Trophy|Championships?|Orchestra|Chorus|Hospital|Foods|Motors|Electronics|Solutions|Consulting|Pharma|Airlines|Security(?!\s+\p{Lu})|Insurance(?!\s+\p{Lu})|Group(?!\s+(?:of|on)\s))(?![\p{L}\p{N}-])/u
/** Those that no body has behind its acronym, however well known that is: "UN Partners". */
const SURE_FIRM =
  /^\s+(?:Inc|Ltd|LLC|PLC|Plc|GmbH|Holdings|Partners|Ventures|Records|Logistics|Software|Cup|Trophy|Avenue|Street|Plumbing|Foods|Motors|Electronics|Studios|Brewing|Consulting|Realty|Fitness|Pharma|Airlines|Catering|Roofing|Capital(?!\s+\p{Lu}))(?![\p{L}\p{N}-])/u

/** What a body gave its name to, and does not appear in: "the NATO phonetic alphabet", "ISO 400". */
const CALLED_AFTER =
  /^\s+(?:phonetic|spelling\s+alphabet|strap|watch\s+strap|calib(?:re|er)|round\s+of\s+ammunition|(?:50|64|125|[1248]00|1600|3200|6400)(?=\s+film|[\s,.;)]))(?!\p{L})/u

/** Whether a firm begins with an acronym, or it stands for what is called after the body. */
export const isStartOfFirm = (text: string, end: number): boolean =>
  isCapitalAt(text, wordStartAfter(text, end))
    ? SURE_FIRM.test(text.slice(end, end + 24))
    : CALLED_AFTER.test(text.slice(end, end + 24))

const VERSUS_AFTER = /^\s+(?:v|vs)\.?\s+\p{Lu}/u
const VERSUS_BEFORE = /\p{L}\s+(?:v|vs)\.?\s+$/u

/**
 * The ambiguous acronyms of a block that belong to somebody else: "SCO v. IBM", "the SCO Group". Who says
 * that once means the same on the whole page.
 */
export function foreignAcronyms({ text, candidates }: PageBlock, index: NameIndex): string[] {
  const foreign: string[] = []
  for (const { start, end, form } of candidates)
    if ((mayBeAnybodys(form, index) && isSomebodyElses(text, start, end)) || isModel(text, start, end))
      foreign.push(form.surface)
  return foreign
}

/** Whether only ambiguous acronyms are written so; looked up once for each form. */
function mayBeAnybodys(form: NameForm, index: NameIndex): boolean {
  const known = anybodys.get(form)
  if (known !== undefined) return known
  const found = form.names.every((number) => isAmbiguousAcronym(index, number))
  anybodys.set(form, found)
  return found
}

const anybodys = new WeakMap<NameForm, boolean>()

function isAmbiguousAcronym(index: NameIndex, number: number): boolean {
  const { kind, ambiguous } = index.name(number)
  return kind === 'acronym' && ambiguous
}

/** "ЕС-1022", "UN-2400": a model of a machine; two digits may be a year or a number of members. */
const MODEL = /^[-\u2010\u2011]\d{3,4}(?!\d)/u

/** Longer acronyms bear numbers of their own ("UNGA-2023"). */
const LONGEST_MODEL = 3

const isModel = (text: string, start: number, end: number): boolean =>
  end - start <= LONGEST_MODEL && MODEL.test(text.slice(end, end + 6))

function isSomebodyElses(text: string, start: number, end: number): boolean {
  const next = wordStartAfter(text, end)
  if (text.charAt(next) === 'v' && VERSUS_AFTER.test(text.slice(end, end + 24))) return true
  if (isCapitalAt(text, next) && FIRM.test(text.slice(end, end + 24))) return true
  const isVersus = text.charAt(wordStartBefore(text, start)) === 'v'
  return isVersus && VERSUS_BEFORE.test(text.slice(Math.max(0, start - 12), start))
}
