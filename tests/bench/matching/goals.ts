import { chromiumGoals } from './chromium-goals.ts'
import { Figures } from './figures.ts'
import { growthGoals } from './growth-goals.ts'
import type { Figure } from './results.ts'
import { peerGoals, scanGoals } from './scan-goals.ts'
import { sizeGoals } from './size-goals.ts'
import { table } from './tables.ts'

/** One row of the table of goals: a figure and what it should be. */
export interface Goal {
  readonly title: string
  readonly limit: number
  readonly beyond?: number
  readonly unit?: string
  /** Where more is better. */
  readonly atLeast?: boolean
  readonly figure: number | undefined
}

/** The goals of the matching engine, with the figures. */
export function goalsTable(all: readonly Figure[]): string {
  const figures = new Figures(all)
  const goals = [scanGoals, peerGoals, growthGoals, sizeGoals, chromiumGoals].flatMap((goalsOf) =>
    goalsOf(figures),
  )
  return table(['', 'goal', 'beyond', 'figure', ''], goals.map(rowOf))
}

function rowOf({ title, limit, beyond, unit = '', atLeast = false, figure }: Goal): string[] {
  const isMet = (wanted: number) => figure !== undefined && (atLeast ? figure >= wanted : figure <= wanted)
  const verdict = !isMet(limit) ? 'MISSED' : beyond !== undefined && isMet(beyond) ? 'beyond' : 'met'
  return [
    title,
    `${atLeast ? '≥' : '≤'} ${limit}${unit}`,
    beyond === undefined ? '' : `${beyond}${unit}`,
    figure === undefined ? '-' : `${Number(figure.toPrecision(3))}${unit}`,
    figure === undefined ? 'not measured' : verdict,
  ]
}
