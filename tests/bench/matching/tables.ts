import type { Figure } from './results.ts'

/** A table as Markdown writes it, padded for the terminal. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const inSpeed = (units: number, ms: number | undefined): string =>
  ms === undefined ? '-' : (units / ms / 1e3).toFixed(1)

/** Our speed in MB/s, by aliases and text. */
export function scansTable(all: readonly Figure[]): string {
  const own = all.filter(
    ({ job, engine, section }) => job.endsWith('scan') && engine === 'ours' && !section.endsWith('peers'),
  )
  const rows = own.map(({ job, kind, aliases, units, values, runs, disturbed }) => [
    job === 'scan' ? 'Node' : 'Chromium',
    kind,
    String(aliases),
    String(units),
    inSpeed(units, values.scan),
    inSpeed(units, values.loop),
    String(values.found ?? '-'),
    `${runs}${disturbed ? ', disturbed' : ''}`,
  ])
  return table(['', 'text', 'aliases', 'units', 'MB/s', 'L', 'found', 'runs'], rows)
}

/** The peers beside us: MB/s by aliases and text, building and memory. */
export function peersTable(all: readonly Figure[]): string {
  const cells = all.filter(({ section }) => section.endsWith('peers'))
  const rows = cells.map(({ engine, aliases, units, outcome, values, runs, disturbed }) => [
    engine,
    String(aliases),
    String(units),
    outcome === 'measured' ? inSpeed(units, values.scan) : outcome,
    outcome === 'measured' ? String(Math.round(values.build ?? Number.NaN)) : '',
    outcome === 'measured' ? String(Math.round((values.bytes ?? Number.NaN) / aliases)) : '',
    `${runs}${disturbed ? ', disturbed' : ''}`,
  ])
  return table(['hardly a name twice', 'aliases', 'units', 'MB/s', 'build, ms', 'bytes/alias', 'runs'], rows)
}
