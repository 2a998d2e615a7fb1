import type { IndexReport } from '../indexing/index-request.ts'
import type { BuildProgress } from '../model/preparation.ts'

/** A build of an index tells how far it is. */
export type BuildTeller = (report: Extract<IndexReport, { type: 'read' | 'restart' }>) => void

/**
 * Runs the builds of indexes one at a time: what two of them need while they grow is more than a reader's machine should
 * give for it. Knows how far the one under way is.
 */
export class IndexBuilds {
  readonly #awake: <T>(run: () => Promise<T>) => Promise<T>
  #progress: BuildProgress | undefined
  #last: Promise<unknown> = Promise.resolve()

  /** `awake` keeps the browser from ending the worker while a build runs: a million entities take a minute and more. */
  constructor(awake: <T>(run: () => Promise<T>) => Promise<T> = (run) => run()) {
    this.#awake = awake
  }

  /** How far the build under way is; undefined between builds. */
  get progress(): BuildProgress | undefined {
    return this.#progress
  }

  /** Runs a build after those that were asked for before; `total` is how many entities it reads. */
  run<T>(
    index: BuildProgress['index'],
    total: number,
    build: (teller: BuildTeller) => Promise<T>,
  ): Promise<T> {
    const begin = async (): Promise<T> => {
      this.#progress = { index, done: 0, total }
      try {
        return await this.#awake(() => build(this.#tellerOf(index, total)))
      } finally {
        this.#progress = undefined
      }
    }
    const running = this.#last.then(begin)
    this.#last = running.catch(() => undefined)
    return running
  }

  #tellerOf(index: BuildProgress['index'], total: number): BuildTeller {
    return (report) => {
      const done = report.type === 'read' ? (this.#progress?.done ?? 0) + report.entities : 0
      this.#progress = { index, done: Math.min(done, total), total }
    }
  }
}
