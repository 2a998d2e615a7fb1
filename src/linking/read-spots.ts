import type { Rejection } from '../model/explanation.ts'
import { kindAt, SMALL, STOP } from '../text/letters.ts'
import type { Definitions } from './definitions.ts'
import type { KnownSenses } from './known-senses.ts'
import type { FoundName, NameForm } from './name-form.ts'
import { isAllCapitals } from './neighbours.ts'
import { type PageBlock, sentenceAt } from './page-block.ts'
import { type SenseReading, sensesOf } from './senses.ts'
import { NO_SPOTS, type Sense, type Spot } from './spot.ts'

/** What is needed to read candidates as spots. */
export interface SpotReading extends SenseReading {
  readonly definitions: Definitions
  readonly known: KnownSenses
}

/** The spots of a block, in order; candidates of which no sense is left are none. */
export const readSpots = (block: PageBlock, reading: SpotReading): Spot[] =>
  spotsOf(block.candidates, 0, block, reading)

/** `shift` is where the names' offsets count from. */
function spotsOf(found: readonly FoundName[], shift: number, block: PageBlock, reading: SpotReading): Spot[] {
  const spots: Spot[] = []
  for (const { start, end, form } of found) {
    const from = shift + start
    const senses = knownSenses(form, from, block, reading)
    if (senses.length > 0) spots.push(new FoundSpot(block, from, shift + end, senses, form, reading))
    else if (form.inner.length > 0) spots.push(...spotsOf(form.inner, from, block, reading))
  }
  return spots
}

/** A spot that reads what lies inside it when that is asked for: of most names it never is. */
class FoundSpot implements Spot {
  readonly block: PageBlock
  readonly start: number
  readonly end: number
  readonly senses: readonly Sense[]
  against?: ReadonlyMap<Sense, Rejection>
  readonly form: NameForm
  private readonly reading: SpotReading
  private read: readonly Spot[] | undefined

  constructor(
    block: PageBlock,
    start: number,
    end: number,
    senses: readonly Sense[],
    form: NameForm,
    reading: SpotReading,
  ) {
    this.block = block
    this.start = start
    this.end = end
    this.senses = senses
    this.form = form
    this.reading = reading
    this.read = form.inner.length > 0 ? undefined : NO_SPOTS
  }

  get inner(): readonly Spot[] {
    this.read ??= spotsOf(this.form.inner, this.start, this.block, this.reading)
    return this.read
  }
}

function knownSenses(
  form: NameForm,
  start: number,
  block: PageBlock,
  reading: SpotReading,
): readonly Sense[] {
  const { definitions, known } = reading
  const shouted = form.isCapitals && isShouted(start, start + form.surface.length, block)
  const latest = known.get(form, block.lang, shouted)
  if (latest) return latest
  const { surface } = form
  const senses = sensesOf(form, { lang: block.lang, shouted }, reading).filter(
    ({ view }) => !definitions.rejects(surface, view.key),
  )
  known.keep(form, block.lang, shouted, senses)
  return senses
}

/** Whether a name without small letters stands among capitals. */
function isShouted(start: number, end: number, block: PageBlock): boolean {
  const { text } = block
  if (isSmallNear(text, start - 1, -1) || isSmallNear(text, end, 1)) return false
  const sentence = sentenceAt(block, start)
  const before = block.text.slice(Math.max(sentence.start, start - FEW_WORDS), start)
  return isAllCapitals(before + block.text.slice(end, Math.min(sentence.end, end + FEW_WORDS)))
}

/** Whether a small letter comes before all that may end a sentence: then no sentence need be looked for. */
function isSmallNear(text: string, from: number, step: 1 | -1): boolean {
  for (let at = from, left = FEW_WORDS; left > 0; at += step, left -= 1) {
    const kind = kindAt(text, at)
    if (kind & SMALL) return true
    if (kind === 0 || kind & STOP) return false
  }
  return false
}

/** A headline is known as one by the words next to a name; a text without sentences must not be read whole for each. */
const FEW_WORDS = 60
