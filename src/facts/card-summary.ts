import type { CardSummary, DatedFacts, FactView, SourceView } from '../model/card.ts'
import type { Staleness } from '../model/freshness.ts'
import { spanOf } from '../model/partial-date.ts'
import { headFacts, type RecordOf } from './head-facts.ts'
import type { DayInterval } from './interval.ts'
import { keyStatements, MAX_CARD_FACTS } from './key-facts.ts'
import { textIn } from './local-text.ts'
import { nearestEvents } from './nearest-events.ts'
import { relatedViews } from './related.ts'
import { eventView, factView, type Subject, sourceView } from './views.ts'

/** What a card is made of. */
export interface CardInput extends Subject {
  /** The article's date (EDTF); absent or unreadable: the card tells what holds now. */
  readonly asOf?: string
  /** Today (ISO 8601 day). */
  readonly now: string
  /** The reader's language (BCP 47); without it the bundle's first language. */
  readonly lang?: string
  readonly bundleTitle: string
  /** Why the bundle may be out of date. */
  readonly staleness?: Staleness | undefined
  /** The id of a source to be shown besides, where the entity cites it: a hint names one. */
  readonly cite?: string
  /** Reads neighbours, so that an organisation's card can name who led it; without it that line is left out. */
  readonly recordOf?: RecordOf
}

/** All that the hover card shows of an entity, as of the article's date, with what holds now; else as of now. */
export function cardSummary(input: CardInput): CardSummary {
  const { ref, record, asOf, bundleTitle, staleness } = input
  const then = spanOf(asOf)
  const today = spanOf(input.now) ?? ANY_DAY
  const shown = datedFacts(input, then ?? today)
  const now = then && datedFacts(input, today)
  const cited = citedSource(input)
  return {
    entity: ref,
    kind: record.kind,
    name: textIn(record.names, input.lang),
    description: textIn(record.descriptions, input.lang),
    ...(asOf !== undefined && then && { asOf }),
    ...shown,
    ...(now && { now }),
    related: relatedViews(input, [shown, ...(now ? [now] : [])]),
    ...(cited && { cited }),
    bundleTitle,
    ...(staleness && { staleness }),
  }
}

/** Where not even today is known, nothing is left out for its date. */
const ANY_DAY: DayInterval = { first: -Infinity, last: Infinity }

function citedSource({ record, cite }: CardInput): SourceView | undefined {
  const source = cite === undefined ? undefined : record.sources.find(({ id }) => id === cite)
  return source && sourceView(source)
}

function datedFacts(input: CardInput, at: DayInterval): DatedFacts {
  const { previous, next } = nearestEvents(input.record, at)
  const previousEvent = previous && eventView(input.record, previous)
  const nextEvent = next && eventView(input.record, next)
  return {
    facts: cardFacts(input, at),
    ...(previousEvent && { previousEvent }),
    ...(nextEvent && { nextEvent }),
  }
}

/** Who leads an organisation comes before what it says of itself, a caution excepted: nothing else depends on the date so much. */
function cardFacts(input: CardInput, at: DayInterval): FactView[] {
  const own = keyStatements(input.record, at).flatMap((statement) => factView(input, statement) ?? [])
  const heads = headFacts(input, at)
  const cautions = own.filter(({ property }) => property === CAUTION)
  const others = own.filter(({ property }) => property !== CAUTION)
  return [...cautions, ...heads, ...others].slice(0, MAX_CARD_FACTS)
}

/** The property that says what reports often get wrong (docs/vocabulary.md). */
const CAUTION = 'caution'
