import { readdirSync, readFileSync } from 'node:fs'

/** MB of memory of the renderers (page and worker) that is not the file of a program: at the start, and at most. */
export interface MemoryPeak {
  readonly before: number
  readonly peak: number
  readonly over: number
  /** The most in each phase, by its name. */
  readonly phases: Readonly<Record<string, number>>
  /** Seconds of a processor that the renderers took: what others do on the machine at the same time is not in it. */
  readonly processor: number
}

const EVERY_MS = 50

/**
 * Looks at the memory of the renderers below this process until it is stopped; of those with a word in their command
 * line, or without one, where one is given. Linux alone tells; elsewhere all is 0.
 */
export function watchMemory(word = '', without = '\n'): { mark(phase: string): void; stop(): MemoryPeak } {
  const root = process.pid
  const isRenderer = (pid: number): boolean => {
    const command = read(`/proc/${pid}/cmdline`)
    return command.includes('--type=renderer') && command.includes(word) && !command.includes(without)
  }
  const largest = (): number => Math.max(0, ...descendants(root).filter(isRenderer).map(anonymousMegabytes))
  const processorSeconds = (): number => sumOfTicks(descendants(root).filter(isRenderer)) / 100
  const before = largest()
  const from = processorSeconds()
  const phases: Record<string, number> = {}
  let phase = 'update'
  const timer = setInterval(() => {
    phases[phase] = Math.max(phases[phase] ?? 0, largest())
  }, EVERY_MS)
  return {
    mark: (next) => {
      phase = next
    },
    stop: () => {
      clearInterval(timer)
      const peak = Math.max(before, ...Object.values(phases))
      return { before, peak, over: peak - before, phases, processor: processorSeconds() - from }
    },
  }
}

/** MB of all renderers below this process together that are not the file of a program. */
export const renderersMegabytes = (): number =>
  descendants(process.pid)
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
    .reduce((sum, pid) => sum + anonymousMegabytes(pid), 0)

function descendants(root: number): number[] {
  const parents = new Map<number, number[]>()
  for (const name of safely(() => readdirSync('/proc'), [])) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(/\) \S (\d+)/.exec(read(`/proc/${name}/stat`))?.[1] ?? 0)
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)])
  }
  const found: number[] = []
  for (const queue = [root]; queue.length > 0; ) {
    const next = parents.get(queue.pop() ?? 0) ?? []
    found.push(...next)
    queue.push(...next)
  }
  return found
}

/** `utime` and `stime` of processes; a tick is a hundredth of a second. */
const sumOfTicks = (pids: readonly number[]): number =>
  pids
    .map((pid) => /\) (.*)/.exec(read(`/proc/${pid}/stat`))?.[1]?.split(' ') ?? [])
    .reduce((sum, fields) => sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0), 0)

const anonymousMegabytes = (pid: number): number =>
  Math.round(Number(/RssAnon:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024)

const read = (path: string): string => safely(() => readFileSync(path, 'utf8'), '')

/** A process may end while it is looked at. */
function safely<T>(run: () => T, otherwise: T): T {
  try {
    return run()
  } catch {
    return otherwise
  }
}
