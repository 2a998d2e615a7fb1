import { type Figures, ratio } from './figures.ts'
import type { Goal } from './goals.ts'
import type { TextKind } from './texts.ts'

const THOUSAND = 1_000
const MILLION = 1_000_000

/** The same in Chromium, where readers have it. */
export function chromiumGoals(figures: Figures): Goal[] {
  const own = (
    job: 'browser scan' | 'browser stored' | 'browser memory' | 'browser build',
    aliases: number,
    kind: TextKind = 'latin',
  ) => ({
    section: 'chromium' as const,
    job,
    aliases,
    kind,
  })
  const han = figures.value('scan', own('browser scan', 100 * THOUSAND, 'han'))
  const near = figures.value('scan', own('browser scan', 100 * THOUSAND, 'near-miss'))
  const normal = figures.value('scan', own('browser scan', 100 * THOUSAND))
  return [
    ...[THOUSAND, 10 * THOUSAND, 100 * THOUSAND, MILLION].map((aliases) => ({
      title: `Chromium, L ÷ speed: Latin, 1 MB, ${aliases} aliases`,
      ...(aliases === MILLION ? { limit: 10, beyond: 6 } : { limit: 6, beyond: 4 }),
      figure: figures.byLoop(own('browser scan', aliases)),
    })),
    {
      title: 'Chromium: Chinese, 1 MB, 100000 aliases',
      limit: 40,
      beyond: 80,
      unit: ' MB/s',
      atLeast: true,
      figure: ratio(THOUSAND, han),
    },
    { title: 'Chromium: near-misses against normal text', limit: 3, unit: '×', figure: ratio(near, normal) },
    ...(
      [
        [100 * THOUSAND, 25, 8],
        [MILLION, 120, 45],
      ] as const
    ).map(([aliases, limit, beyond]) => ({
      title: `Chromium: IndexedDB → first hit, fresh service worker, ${aliases} aliases`,
      limit,
      beyond,
      unit: ' ms',
      figure: figures.value('firstHit', own('browser stored', aliases)),
    })),
    ...(
      [
        [100 * THOUSAND, 20, 10],
        [MILLION, 90, 40],
      ] as const
    ).map(([aliases, limit, beyond]) => ({
      title: `Chromium: memory of a service worker with the index, over an idle one, ${aliases} aliases`,
      limit,
      beyond,
      unit: ' MB',
      figure: figures.value('memory', own('browser memory', aliases)),
    })),
    ...(
      [
        [100 * THOUSAND, 150, 80],
        [MILLION, 1_500, 900],
      ] as const
    ).map(([aliases, limit, beyond]) => ({
      title: `Chromium: build in a worker, ${aliases} aliases, warm`,
      limit,
      beyond,
      unit: ' ms',
      figure: figures.value('warm', own('browser build', aliases)),
    })),
  ]
}
