import type { BundleStats, Counts } from './bundle-stats.ts'
import type { Recheck } from './recheck-list.ts'

/** How many items of a list a terminal shows unless all are asked for. */
const SHOWN = 20

/** The report as lines for a terminal. `all`: lists in full. */
export function statsReport(stats: BundleStats, rechecks: readonly Recheck[], all: boolean): string[] {
  const most = all ? Number.POSITIVE_INFINITY : SHOWN
  return [
    `Entities: ${stats.entities} (${listed(stats.entitiesByKind)})`,
    `Names and aliases: ${listed(stats.namesByLanguage)}; ${stats.ambiguousNames} are ambiguous`,
    `Statements: ${confidences(stats.statements)}`,
    `Events: ${confidences(stats.events)}`,
    `Sources: ${stats.sources}, of them ${stats.undatedSources} without a date; the oldest: ${oldest(stats)}`,
    `Entities without a confirmed fact: ${stats.unconfirmed.length}${inBrackets(stats.unconfirmedByKind)}`,
    ...some(stats.unconfirmed, most),
    `To be checked again: ${rechecks.length}`,
    ...some(rechecks.map(recheckLine), most),
  ]
}

const listed = (counts: Counts): string => counts.map(([key, count]) => `${key} ${count}`).join(', ')

const inBrackets = (counts: Counts): string => (counts.length === 0 ? '' : ` (${listed(counts)})`)

const confidences = (counts: BundleStats['statements']): string =>
  Object.entries(counts)
    .map(([confidence, count]) => `${count} ${confidence}`)
    .join(', ')

const oldest = ({ oldestSource }: BundleStats): string =>
  oldestSource ? `${oldestSource.date}, ${oldestSource.publisher}, ${oldestSource.title}` : 'none'

const recheckLine = ({ due, entity, property, value, why }: Recheck): string =>
  `${due}  ${entity}: ${property} ${value} (${why === 'ends' ? 'the term ends' : 'not seen for a year'})`

function some(lines: readonly string[], most: number): string[] {
  const shown = lines.slice(0, most).map((line) => `  ${line}`)
  const left = lines.length - shown.length
  return left > 0 ? [...shown, `  ... and ${left} more; see all with --list all`] : shown
}
