import { foldKey } from '../text/fold.ts'
import { isAnotherOffice } from './larger-names.ts'
import type { Sense, Spot } from './spot.ts'
import { HEAD_WORDS } from './titles.ts'
import type { EntityView } from './view.ts'

/** Where a title stands beside an organisation. Offsets are UTF-16 units into the block. */
interface TitledSpan {
  readonly start: number
  readonly end: number
  readonly position: EntityView
  /** True for a title of the office's own; false for "chief" and "head", which fit any. */
  readonly specific: boolean
}

/** What the grammar of roles finds in the spots of a block. */
export interface RoleReading {
  /** The spots, organisations beside one of their titles grown to the whole role. */
  readonly spots: readonly Spot[]
  /** Keys of organisations that stand beside a title of their own. */
  readonly titled: readonly string[]
}

/**
 * Joins an organisation and a title of one of its offices, whether or not the bundle lists the
 * whole: "ORG TITLE", "ORG's TITLE", "TITLE of (the) ORG". The organisation stays inside as a
 * fallback. `views` holds the positions of the organisations.
 */
export function readRoles(spots: readonly Spot[], views: ReadonlyMap<string, EntityView>): RoleReading {
  const titled: string[] = []
  const read = spots.map((spot, index) => {
    const room = { from: spots[index - 1]?.end ?? 0, to: spots[index + 1]?.start ?? spot.block.text.length }
    const role = firstRole(spot, views, room)
    if (!role) return spot
    if (role.span.specific) titled.push(role.organisation.view.key)
    return grown(spot, role.span, role.organisation)
  })
  return { spots: read, titled }
}

interface Room {
  readonly from: number
  readonly to: number
}

function firstRole(spot: Spot, views: ReadonlyMap<string, EntityView>, room: Room) {
  for (const organisation of spot.senses) {
    if (organisation.view.kind !== 'organization') continue
    const span = titleBefore(spot, organisation.view, views) ?? titleAfter(spot, organisation.view, views)
    const fits = span && span.start >= room.from && span.end <= room.to
    if (fits && !isAnotherOffice({ ...spot, ...span })) return { span, organisation }
  }
  return undefined
}

/** The role is as clear as its organisation; a title of its own adds to that as evidence (weights.ts). */
function grown(spot: Spot, { start, end, position }: TitledSpan, organisation: Sense): Spot {
  const sense: Sense = {
    view: position,
    kind: 'full',
    name: position.name,
    via: 'role',
    worth: organisation.worth,
  }
  return { block: spot.block, start, end, senses: [sense], inner: [spot] }
}

/** A title is at most so many words: "High Commissioner for Human Rights". */
const MOST_WORDS = 5
const WORD = "[\\p{L}][\\p{L}\\p{M}\\p{Cf}.’'\\u2010\\u2011-]*"
const AFTER = new RegExp(`^(?:['’]s)?\\s+(${WORD}(?:\\s+${WORD}){0,${MOST_WORDS - 1}})`, 'u')
const BEFORE = new RegExp(`(${WORD}(?:\\s+${WORD}){0,${MOST_WORDS - 1}})\\s+of\\s+(?:the\\s+)?$`, 'u')
/** A title and what joins it to its organisation lie within this. */
const REACH = 120

function titleAfter(
  spot: Spot,
  view: EntityView,
  views: ReadonlyMap<string, EntityView>,
): TitledSpan | undefined {
  const match = AFTER.exec(spot.block.text.slice(spot.end, spot.end + REACH))
  const words = match?.[1]
  if (match === null || words === undefined) return undefined
  const from = spot.end + match[0].length - words.length
  for (const end of wordEnds(words)) {
    const found = officeOf(words.slice(0, end), view, views)
    if (found) return { ...found, start: spot.start, end: from + end }
  }
  return undefined
}

function titleBefore(
  spot: Spot,
  view: EntityView,
  views: ReadonlyMap<string, EntityView>,
): TitledSpan | undefined {
  if (!/\bof\s+(?:the\s+)?$/u.test(spot.block.text.slice(Math.max(0, spot.start - 10), spot.start)))
    return undefined
  const from = Math.max(0, spot.start - REACH)
  const match = BEFORE.exec(spot.block.text.slice(from, spot.start))
  const words = match?.[1]
  if (match === null || words === undefined) return undefined
  for (const start of wordStarts(words)) {
    const found = officeOf(words.slice(start), view, views)
    if (found) return { ...found, start: from + match.index + start, end: spot.end }
  }
  return undefined
}

/** The longest first, so that "Deputy Secretary-General" is not read as "Secretary-General". */
const wordEnds = (words: string): number[] =>
  [...words.matchAll(/\S+/gu)].map((match) => match.index + match[0].length).reverse()
const wordStarts = (words: string): number[] => [...words.matchAll(/\S+/gu)].map((match) => match.index)

function officeOf(
  words: string,
  view: EntityView,
  views: ReadonlyMap<string, EntityView>,
): Pick<TitledSpan, 'position' | 'specific'> | undefined {
  const title = foldKey(words)
  if (view.offices.length === 0) return undefined
  const offices = view.offices.flatMap((key) => views.get(key) ?? [])
  const singular = title.replace(/ies\b/gu, 'y').replace(/(?<=[^s])s\b/gu, '')
  const named = offices.find(({ position }) =>
    position?.titles.some((each) => each === title || each === singular),
  )
  if (named) return { position: named, specific: true }
  const head = HEAD_WORDS.has(title) && view.heads.length === 1 ? views.get(view.heads[0] ?? '') : undefined
  return head && { position: head, specific: false }
}
