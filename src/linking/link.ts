import type { DayInterval } from '../facts/interval.ts'
import type { Mention, Recognition } from '../model/mention.ts'
import { type Definitions, readDefinitions } from './definitions.ts'
import { Discourse } from './discourse.ts'
import type { PageEvidence } from './evidence.ts'
import { heardOn } from './hearing.ts'
import { hintsOf } from './hints.ts'
import { KnownSenses } from './known-senses.ts'
import { withLocalAcronyms } from './local-acronyms.ts'
import { withoutLoud } from './loud-mentions.ts'
import { type DecidedMention, mentionOf } from './mention-of.ts'
import { type OfficesOf, officesIn } from './offices.ts'
import type { PageBlock } from './page-block.ts'
import type { PageTokens } from './page-tokens.ts'
import { pageWords } from './page-words.ts'
import { presenceOf } from './presence.ts'
import { type ReadBlock, readBlock } from './read-block.ts'
import { readSpots, type SpotReading } from './read-spots.ts'
import { type RoleReading, readRoles } from './role-grammar.ts'
import { shortPlaces } from './short-places.ts'
import type { Sense } from './spot.ts'
import { surroundingsAt } from './surroundings.ts'
import type { EntityView } from './view.ts'
import type { WarmIndex } from './warm-index.ts'

/** A page as linking reads it. */
export interface PageReading {
  /** In reading order, the title first where there is one. */
  readonly blocks: readonly PageBlock[]
  /** The tokens of the blocks. */
  readonly tokens: PageTokens
  readonly index: WarmIndex
  /** The views of every entity that a candidate names, and of the offices of those. */
  readonly views: ReadonlyMap<string, EntityView>
  /** Entities that earlier parts of the page named. */
  readonly established: readonly EntityView[]
  /** The article's date. */
  readonly date?: DayInterval
}

/** A page with every decision made: what is shown, and what explains it. */
export interface DecidedPage {
  readonly blocks: readonly DecidedBlock[]
  readonly evidence: PageEvidence
  readonly definitions: Definitions
  readonly established: readonly EntityView[]
}

/** A block of the page; the title is among them. */
export interface DecidedBlock extends ReadBlock {
  readonly block: PageBlock
}

/** Links the names of a page to whom they mean: a pure function, from what the text says to mentions and hints. */
export const link = (reading: PageReading): Recognition => shownOf(decidePage(reading, false), reading)

/** Decides every name of a page; with `isExplained` all that was considered is kept. */
export function decidePage(reading: PageReading, isExplained: boolean): DecidedPage {
  const { blocks, established, date, index } = reading
  const definitions = readDefinitions(blocks, { index, views: reading.views })
  const officesOf = officesIn(reading.views)
  const spotReading = {
    views: reading.views,
    index,
    definitions,
    known: new KnownSenses(),
    ...(date && { date }),
  }
  const roles = blocks.map((block) => rolesOf(block, spotReading, officesOf))
  const discourse = new Discourse(established, officesOf, reading)
  const spots = roles.map((role) => role.spots)
  const surroundings = surroundingsAt(date, spots)
  const support = presenceOf({
    spots: heardOn(spots, surroundings),
    established,
    defined: new Set(definitions.known.values()),
    titled: new Set(roles.flatMap(({ titled }) => titled)),
    words: pageWords(reading),
  })
  const context = {
    supportOf: (sense: Sense) => support.of(sense),
    discourse,
    officesOf,
    surroundings,
    isExplained,
    ...(date && { date }),
  }
  const decided = blocks.map((block, at) => {
    const { mentions, unmarked } = readBlock(
      block,
      roles[at]?.spots ?? [],
      shortPlaces(block, reading),
      context,
    )
    return { block, mentions, unmarked }
  })
  return {
    blocks: withoutLoud(decided, reading.tokens.count),
    evidence: support.evidence,
    definitions,
    established: discourse.named(),
  }
}

/** The mentions and hints of a decided page, without its title. */
export function shownOf({ blocks, established }: DecidedPage, { date }: PageReading): Recognition {
  const shown = blocks.filter(({ block }) => !block.isTitle)
  return {
    blocks: shown.map((decided) => shownIn(decided, date)),
    established: established.map(({ ref }) => ref),
  }
}

function shownIn({ block, mentions }: DecidedBlock, date: DayInterval | undefined) {
  const shown: Mention[] = []
  for (const mention of mentions) if (isShown(mention)) shown.push(mentionOf(mention, date))
  return { mentions: shown, hints: hintsOf(block, mentions) }
}

/** Places are evidence for what is meant beside them; marked themselves, they would cover every dateline. */
const isShown = ({ decision }: DecidedMention): boolean =>
  decision.outcome === 'linked'
    ? decision.sense.view.kind !== 'place'
    : decision.senses.some(({ view }) => view.kind !== 'place')

function rolesOf(block: PageBlock, reading: SpotReading, officesOf: OfficesOf): RoleReading {
  const spots = readSpots(block, reading)
  return readRoles(withLocalAcronyms(block, spots, reading.definitions, reading.views), officesOf)
}
