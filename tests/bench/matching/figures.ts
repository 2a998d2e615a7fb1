import type { Figure } from './results.ts'
import type { Task } from './task.ts'

type Wanted = Partial<Task>

/** One by the other; undefined where either is missing. */
export const ratio = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one / other

/** Reads figures; undefined where one was not measured. */
export class Figures {
  private readonly all: readonly Figure[]

  constructor(all: readonly Figure[]) {
    this.all = all
  }

  /** One value of the first task that is as wanted; what is not said is as usual: our scan of Latin text. */
  value(name: string, wanted: Wanted): number | undefined {
    return this.find(wanted)?.values[name]
  }

  /** The time of a scan by that of L in the same processes. */
  byLoop(wanted: Wanted): number | undefined {
    return ratio(this.value('scan', wanted), this.value('loop', wanted))
  }

  /** How many times as fast as a peer, on text in which hardly a name recurs. */
  against(engine: string, aliases: number): number | undefined {
    const task: Wanted = { section: 'peers', aliases, units: 100_000, kind: 'listing' }
    return ratio(this.value('scan', { ...task, engine }), this.value('scan', task))
  }

  /** How a peer failed there, or ''. */
  failure(engine: string, aliases: number): string {
    const figure = this.find({ section: 'peers', engine, aliases, units: 100_000, kind: 'listing' })
    return figure === undefined || figure.outcome === 'measured' ? '' : figure.outcome
  }

  /** The largest ratio of neighbours in a row of figures. */
  steepest(values: readonly (number | undefined)[]): number | undefined {
    const ratios = values.slice(1).map((value, index) => ratio(value, values[index]))
    return ratios.includes(undefined) ? undefined : Math.max(...(ratios as number[]))
  }

  private find(wanted: Wanted): Figure | undefined {
    const asked = { job: 'scan', engine: 'ours', kind: 'latin', ...wanted }
    return this.all.find((each) =>
      Object.entries(asked).every(([key, value]) => each[key as keyof Task] === value),
    )
  }
}
