import { ask } from '../../src/messaging/client.ts'
import type { CardSummary } from '../../src/model/card.ts'
import { type EntityRef, refKey } from '../../src/model/ids.ts'
import type { Hint } from '../../src/model/mention.ts'
import type { MuteReach } from '../../src/model/mute.ts'
import type { Hit } from '../../src/page/hit-test.ts'
import type { CardView, DateHint } from '../../src/ui/card/card-view.ts'

/** What a hint says, as a key: dismissed once, it stays away on the page, wherever it stands. */
export const hintKey = ({ entity, textSays, bundleSays }: Hint): string =>
  [refKey(entity), textSays, bundleSays].join(' ')

/** The cards of a mark's senses, as of the article's date, with the hint that touches it. */
export async function viewOf(
  { mark: { mention, hints } }: Hit,
  date: string | undefined,
  dismissed: ReadonlySet<string>,
): Promise<CardView> {
  const { name } = mention
  const entities = mention.entity ? [mention.entity] : [...(mention.candidates ?? [])]
  const hint = hints.find((each) => isOf(each, mention.entity) && !dismissed.has(hintKey(each)))
  const asked = { entities, ...dated(date), ...(hint && { cite: hint.source }) }
  const reply = await ask('entity/card', asked)
  if (!reply.ok) return { state: 'failed', name, problem: reply.error.code === 'gone' ? 'gone' : 'no-answer' }
  const summaries = reply.value
  return { state: 'ready', name, summaries, ...(hint && { hint: hintView(hint, summaries) }) }
}

const isOf = ({ entity }: Hint, other: EntityRef | null): boolean =>
  other !== null && refKey(entity) === refKey(other)

function hintView({ textSays, bundleSays }: Hint, [summary]: readonly CardSummary[]): DateHint {
  return { textSays, bundleSays, ...(summary?.cited && { source: summary.cited }) }
}

/** The card of an entity that another one names. */
export async function relatedCard(
  entity: EntityRef,
  date: string | undefined,
): Promise<CardSummary | undefined> {
  const reply = await ask('entity/card', { entities: [entity], ...dated(date) })
  return reply.ok ? reply.value[0] : undefined
}

/** Marks an entity no longer, or takes that back; false where it was not kept. */
export async function mute(entity: EntityRef, reach: MuteReach, muted: boolean): Promise<boolean> {
  const reply = await ask('mute/set', { entity, reach, muted })
  return reply.ok && reply.value
}

export function openDetails(entity: EntityRef, asOf: string | undefined): void {
  void ask('entity/open-details', { entity, ...dated(asOf) })
}

const dated = (date: string | undefined): { readonly date?: string } => (date === undefined ? {} : { date })
