import type { ExplainedEvidence, ExplainedSense, Explanation } from '../model/explanation.ts'
import { refFromKey, refKey } from '../model/ids.ts'
import type { Recognition } from '../model/mention.ts'
import type { Decision } from './decide.ts'
import { type Evidence, evidenceFor } from './evidence.ts'
import { type DecidedBlock, type DecidedPage, decidePage, type PageReading, shownOf } from './link.ts'
import type { DecidedMention } from './mention-of.ts'
import type { Sense, Spot } from './spot.ts'
import { surfaceOf } from './spot.ts'
import { EVIDENCE, THRESHOLD } from './weights.ts'

/** The reasons behind one block: those of its mentions in their order, and those of the names left alone. */
export interface ExplainedBlock {
  readonly mentions: readonly Explanation[]
  readonly unmarked: readonly Explanation[]
}

/** A recognition with the reasons behind it, block by block. */
export interface ExplainedRecognition extends Recognition {
  readonly explanations: readonly ExplainedBlock[]
}

/** Links a page and says why. */
export function explain(reading: PageReading): ExplainedRecognition {
  const page = decidePage(reading, true)
  const shown = page.blocks.filter(({ block }) => !block.isTitle)
  const explanations = shown.map((decided) => ({
    mentions: decided.mentions.map((mention) => mentionExplained(mention, page, reading)),
    unmarked: [...unmarkedIn(decided, page, reading), ...foreignIn(decided, page, reading)],
  }))
  return { ...shownOf(page, reading), explanations }
}

/** The reasons behind the mention that begins at an offset of a block; null where none does. */
export function explainAt(reading: PageReading, number: number, start: number): Explanation | null {
  const page = decidePage(reading, true)
  const block = page.blocks.filter(({ block: { isTitle } }) => !isTitle)[number]
  const mention = block?.mentions.find(({ spot }) => spot.start === start)
  return mention ? mentionExplained(mention, page, reading) : null
}

function mentionExplained(
  { spot, decision }: DecidedMention,
  page: DecidedPage,
  reading: PageReading,
): Explanation {
  const isLinked = decision.outcome === 'linked'
  const senses = isLinked ? [decision.sense] : decision.senses
  const via = isLinked ? decision.via : decision.senses[0]?.via
  return {
    ...spanOf(spot),
    ...(via !== undefined && { via }),
    chosen: senses.map((sense) => ({
      ...senseExplained(sense, decision.support, page, reading),
      ...(isLicensed(sense) && { evidence: [{ kind: 'licensed' as const, weight: EVIDENCE.licensed }] }),
    })),
    rejected: rejectedIn(decision, page, reading),
  }
}

/** A surname and a generic form count by what was named before them, and by nothing else. */
const isLicensed = ({ kind, worth }: Sense): boolean => kind === 'surname' || worth === 0

const rejectedIn = ({ rejected }: Pick<Decision, 'rejected'>, page: DecidedPage, reading: PageReading) =>
  rejected.map(({ sense, support, reason }) => ({
    ...senseExplained(sense, support, page, reading),
    reason,
  }))

const unmarkedIn = ({ unmarked }: DecidedBlock, page: DecidedPage, reading: PageReading): Explanation[] =>
  unmarked.map(({ spot, rejected }) => ({
    ...spanOf(spot),
    chosen: [],
    rejected: rejectedIn({ rejected }, page, reading),
  }))

/** Acronyms that the page itself defines as something else never become spots. */
function foreignIn({ block }: DecidedBlock, page: DecidedPage, { index, views }: PageReading): Explanation[] {
  return block.candidates.flatMap(({ start, end, form: { surface, names } }) => {
    const rejected = names.flatMap((number) => {
      const { entity, text, kind } = index.name(number)
      const view = views.get(refKey(entity))
      if (!view || !page.definitions.rejects(surface, view.key)) return []
      const sense = {
        entity,
        name: view.name,
        alias: text,
        aliasKind: kind,
        worth: 0,
        evidence: [],
        support: 0,
      }
      return [{ ...sense, reason: 'defined-otherwise' as const }]
    })
    return rejected.length > 0 ? [{ start, end, surface, linkedFrom: THRESHOLD, chosen: [], rejected }] : []
  })
}

const spanOf = (spot: Spot) => ({
  start: spot.start,
  end: spot.end,
  surface: surfaceOf(spot),
  linkedFrom: THRESHOLD,
})

const senseExplained = (
  { view, kind, name, worth }: Sense,
  support: number,
  { evidence }: DecidedPage,
  reading: PageReading,
): ExplainedSense => ({
  entity: view.ref,
  name: view.name,
  alias: name,
  aliasKind: kind,
  worth,
  evidence: evidenceFor(view, evidence).map((each) => evidenceExplained(each, reading)),
  support,
})

/** What was seen is a word of the context, or the `refKey` of another entity of the page. */
function evidenceExplained({ kind, weight, seen }: Evidence, { views }: PageReading): ExplainedEvidence {
  if (seen === undefined) return { kind, weight }
  if (kind === 'context') return { kind, weight, seen: { word: seen } }
  const entity = refFromKey(seen)
  return { kind, weight, seen: { entity, name: views.get(seen)?.name ?? entity.entity } }
}
