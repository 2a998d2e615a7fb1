import type { Protocol } from 'puppeteer-core'

/** What the page layer does, by the function under which it does it; the innermost one counts. */
const PHASES: readonly (readonly [phase: string, names: readonly string[]])[] = [
  ['date', ['collectDateSignals', 'articleDate']],
  ['text', ['readPage', 'TextWalk', 'step', 'takeBatch']],
  ['message', ['ask', 'requestOf', 'recognise', 'answered']],
  ['marks', ['apply', 'put', 'reuse']],
  ['paint', ['paintNear', 'paint', 'update']],
]

/** Milliseconds by phase of a sampled profile; `garbage` is the collector's, ours and the page's. */
export function phasesOf({
  nodes,
  samples = [],
  timeDeltas = [],
}: Protocol.Profiler.Profile): Record<string, number> {
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  )
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName.replace(/^.*[.#]/, '')]))
  const phaseOf = (node: number): string | undefined => {
    for (let at: number | undefined = node; at !== undefined; at = parents.get(at)) {
      const name = names.get(at) ?? ''
      if (name === '(garbage collector)') return 'garbage'
      const phase = PHASES.find(([, known]) => known.includes(name))?.[0]
      if (phase !== undefined) return phase
    }
    return undefined
  }
  const times: Record<string, number> = Object.fromEntries([
    ...PHASES.map(([phase]) => [phase, 0]),
    ['garbage', 0],
  ])
  samples.forEach((node, at) => {
    const phase = phaseOf(node)
    if (phase !== undefined) times[phase] = (times[phase] ?? 0) + (timeDeltas[at] ?? 0) / 1000
  })
  return times
}
