import { firstFrom, firstWithUnit, lengthOf, unitAt, wordCount } from './index-words.ts'
import type { SearchSections } from './search-format.ts'
import { SlipTable } from './slip-table.ts'

/** In short words every slip makes another word ("UN", "NATO"): from so many letters on one is forgiven, then two. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 8
/** Below this a forgiven word must begin alike and be about as long: else "nato" would find António and everything national. */
const SHORT = 6

type Tell = (place: number, slips: number) => void

/** Tells the words that are, or begin with, a query but for a slip or two; some of them more than once, the fewest slips first. */
export function forgive(index: SearchSections, query: string, tell: Tell): void {
  const most = query.length >= TWO_SLIPS_FROM ? 2 : query.length >= ONE_SLIP_FROM ? 1 : 0
  if (most === 0) return
  const table = new SlipTable(query, most)
  if (query.length < SHORT) forgiveAlike(index, table, tell)
  else branches({ index, table, tell }, 0, wordCount(index), 0)
}

function forgiveAlike(index: SearchSections, table: SlipTable, tell: Tell): void {
  const { query } = table
  const from = firstFrom(index, query.charAt(0))
  const to = firstWithUnit(index, from, wordCount(index), 0, query.charCodeAt(0) + 1)
  const tellAlike: Tell = (place, slips) => {
    if (lengthOf(index, place) <= query.length + 1) tell(place, slips)
  }
  if (from < to) branch({ index, table, tell: tellAlike }, from, to, 0)
}

interface Walk {
  readonly index: SearchSections
  readonly table: SlipTable
  readonly tell: Tell
}

/** Goes on from the words that share `depth` units to those among them that share one more. */
function branch(walk: Walk, from: number, to: number, depth: number): void {
  const { index, table, tell } = walk
  table.take(depth + 1, unitAt(index, from, depth), depth === 0 ? -1 : unitAt(index, from, depth - 1))
  const slips = table.fewest(depth + 1)
  if (slips > table.least(depth + 1)) branches(walk, from, to, depth + 1)
  // No letter that follows brings them nearer: what has been read decides for all of them.
  else if (slips <= table.most) for (let place = from; place < to; place++) tell(place, slips)
}

/**
 * Words in order are the branches of a tree: what they share at their beginning is compared once, and a beginning that is
 * too far from every beginning of the query is left with all its words.
 */
function branches(walk: Walk, from: number, to: number, depth: number): void {
  const { index, table, tell } = walk
  let place = from
  if (lengthOf(index, place) === depth) {
    if (table.fewest(depth) <= table.most) tell(place, table.fewest(depth))
    place++
  }
  if (place === to) return
  if (table.least(depth) === table.most) nearBranches(walk, place, to, depth)
  else allBranches(walk, place, to, depth)
}

function allBranches(walk: Walk, from: number, to: number, depth: number): void {
  for (let place = from, next = from; place < to; place = next) {
    next = firstWithUnit(walk.index, place, to, depth, unitAt(walk.index, place, depth) + 1)
    branch(walk, place, next, depth)
  }
}

/** Where no further slip is forgiven, only the letters of the query that may stand here lead on. */
function nearBranches(walk: Walk, from: number, to: number, depth: number): void {
  const { index, table } = walk
  const { query, most } = table
  const [lowest, highest] = [unitAt(index, from, depth), unitAt(index, to - 1, depth)]
  const end = Math.min(query.length, depth + most + 1)
  const begin = Math.max(0, depth - most - 1)
  for (let at = begin; at < end; at++) {
    const unit = query.charCodeAt(at)
    if (unit < lowest || unit > highest || query.indexOf(query.charAt(at), begin) < at) continue
    const first = firstWithUnit(index, from, to, depth, unit)
    if (first === to || unitAt(index, first, depth) !== unit) continue
    branch(walk, first, firstWithUnit(index, first, to, depth, unit + 1), depth)
  }
}
