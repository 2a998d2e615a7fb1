/** Something wrong in a bundle's sources: where, what, and what to do. `line` and `column` count from 1. */
export interface Complaint {
  /** Relative to the bundle's folder. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly problem: string
  readonly advice: string
}

/** A complaint as one line that editors and terminals link: `file:line:column: problem. Advice.` */
export const formatComplaint = ({ file, line, column, problem, advice }: Complaint): string =>
  `${file}:${line}:${column}: ${problem}. ${advice}.`

/** The order in which a person works through them: by file, then from top to bottom. */
export const byPlace = (a: Complaint, b: Complaint): number =>
  compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.problem, b.problem)

/** Order by UTF-16 units: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
