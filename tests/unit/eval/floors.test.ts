import { beforeAll, describe, expect, test } from 'vitest'
import { knowledgeOf, loadBundle } from '../../../src/cli/annotate/load-knowledge.ts'
import { type Evaluation, evaluate } from '../../eval/harness/evaluate.ts'
import { type Figures, figuresOf } from '../../eval/harness/figures.ts'
import { dropsOf, FLOORS, type Floors } from '../../eval/harness/floors.ts'
import { HELD_OUT, readTexts, SETS, type TextSet } from '../../eval/harness/read-texts.ts'
import { failuresOf, verdictsOf } from '../../eval/harness/report.ts'

const evaluations = new Map<TextSet, Evaluation>()

beforeAll(async () => {
  const loaded = await loadBundle()
  if (!loaded.ok) throw new Error(loaded.error.join('\n'))
  const knowledge = knowledgeOf(loaded.value)
  if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
  for (const set of SETS)
    evaluations.set(set, await evaluate(await readTexts(set), knowledge.value, loaded.value.records))
}, 120_000)

const evaluationOf = (set: TextSet): Evaluation => {
  const evaluation = evaluations.get(set)
  if (!evaluation) throw new Error(`${set} was not evaluated`)
  return evaluation
}

describe('linking on the texts of the evaluation', () => {
  test('has not fallen on the development texts', () => {
    const { engine } = evaluationOf('dev')
    expect(dropsOf(figuresOf(verdictsOf(engine)), FLOORS.dev), failuresOf(engine).join('\n')).toEqual([])
  })

  test.each(HELD_OUT)('has not fallen on the texts held out as %s', (set) => {
    expect(dropsOf(figuresOf(verdictsOf(evaluationOf(set).engine)), FLOORS[set])).toEqual([])
  })

  test.each(SETS)('is better on %s than both baselines in every figure that they have', (set) => {
    const { engine, folded, exact } = evaluationOf(set)
    const ours = figuresOf(verdictsOf(engine))
    for (const baseline of [folded, exact].map((each) => figuresOf(verdictsOf(each)))) {
      expect(ours.precision).toBeGreaterThan(baseline.precision)
      expect(ours.recall).toBeGreaterThan(baseline.recall)
      expect(ours.negativesMarked).toBeLessThan(baseline.negativesMarked)
    }
  })
})

describe('a drop', () => {
  const reached: Figures = {
    precision: 1,
    recall: 1,
    holders: 1,
    negativesMarked: 0,
    hintsFound: 1,
    falseHints: 0,
    mentions: { right: 1, missed: 0, wrong: 0 },
  }
  const floors: Floors = {
    precision: 0.98,
    recall: 0.95,
    holders: 0.95,
    mostNegativesMarked: 0.01,
    hintsFound: 0.8,
    mostFalseHints: 0,
  }
  test.each([
    [{}, 0, 'nothing fell'],
    [{ precision: 0.97 }, 1, 'false marks'],
    [{ recall: 0.9, holders: 0.9 }, 2, 'each is told'],
    [{ negativesMarked: 0.02 }, 1, 'strings that must stay silent'],
    [{ falseHints: 1 }, 1, 'one false hint is too many'],
  ])('%o: %i (%s)', (fallen, drops, _reason) => {
    expect(dropsOf({ ...reached, ...fallen }, floors)).toHaveLength(drops)
  })
})
