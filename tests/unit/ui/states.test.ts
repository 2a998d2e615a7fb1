import { describe, expect, test } from 'vitest'
import type { CardSummary, FactView } from '../../../src/model/card.ts'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import type { Mention } from '../../../src/model/mention.ts'
import type { UpdateOutcome } from '../../../src/model/update-outcome.ts'
import { moved, runningUpdate } from '../../../src/ui/bundle/entries-state.ts'
import { outcomeText } from '../../../src/ui/bundle/outcome-text.ts'
import { type CardStep, cardReducer, FIRST_PLACE, summaryToShow } from '../../../src/ui/card/card-view.ts'
import { termLabel } from '../../../src/ui/i18n/translate.ts'
import { factPeriod, factText } from '../../../src/ui/shared/fact-text.ts'
import { piecesOf } from '../../../src/ui/welcome/pieces.ts'
import { textsOf } from '../../playground/languages.ts'

const t = textsOf('en')
const bundle = 'world' as BundleId
const ref: EntityRef = { bundle, entity: 'sco' as EntityId }

describe('the card', () => {
  const summary = (name: string): CardSummary => ({
    entity: ref,
    kind: 'document',
    name,
    description: '',
    facts: [],
    related: [],
    bundleTitle: '',
  })
  const both = [summary('2011'), summary('2015')]
  const placeAfter = (...steps: readonly CardStep[]) => steps.reduce(cardReducer, FIRST_PLACE)

  test('shows the only sense, asks where there are several, shows the chosen one', () => {
    expect(summaryToShow([summary('2011')], FIRST_PLACE)?.name).toBe('2011')
    expect(summaryToShow(both, FIRST_PLACE)).toBeUndefined()
    expect(summaryToShow(both, placeAfter({ type: 'chose', sense: 1 }))?.name).toBe('2015')
    expect(summaryToShow([], FIRST_PLACE)).toBeUndefined()
  })

  test('goes from entity to entity and back the same way', () => {
    const sco = { type: 'went-to', summary: summary('SCO') } as const
    const itu = { type: 'went-to', summary: summary('ITU') } as const
    const back = { type: 'went-back' } as const
    expect(summaryToShow(both, placeAfter({ type: 'chose', sense: 0 }, sco, itu))?.name).toBe('ITU')
    expect(summaryToShow(both, placeAfter({ type: 'chose', sense: 0 }, sco, itu, back))?.name).toBe('SCO')
    expect(summaryToShow(both, placeAfter({ type: 'chose', sense: 0 }, sco, itu, back, back))?.name).toBe(
      '2011',
    )
  })

  test('back closes what lies over the facts before it leaves the entity; today stays today on the way', () => {
    const place = placeAfter(
      { type: 'switched', isNow: true },
      { type: 'went-to', summary: summary('SCO') },
      { type: 'opened', panel: 'not-this' },
      { type: 'went-back' },
    )
    expect(place).toMatchObject({ panel: 'facts', isNow: true })
    expect(summaryToShow(both, place)?.name).toBe('SCO')
  })
})

describe('a fact', () => {
  const fact = (text: string, dates: Partial<FactView> = {}): FactView => ({
    property: 'founded',
    text,
    confidence: 'confirmed',
    source: { title: '', publisher: '', url: '', host: '' },
    ...dates,
  })

  test('that is a date is written as one, and says it once', () => {
    expect(factText(fact('2001-06-15'), t)).toBe('15 June 2001')
    expect(factPeriod(fact('2001-06-15', { start: '2001-06-15' }), t)).toBe('')
  })

  test('that is a text stays as it is, with its period', () => {
    expect(factText(fact('three years'), t)).toBe('three years')
    expect(factPeriod(fact('Norov', { start: '2019', end: '2021' }), t)).toBe('2019–2021')
  })

  test('of a property that the catalogue lacks is labelled by its id', () => {
    expect(termLabel(t, 'property', 'next-session-but-one')).toBe('next session but one')
    expect(termLabel(t, 'property', 'term-of-office')).toBe('Term')
  })
})

describe('the end of an update in words', () => {
  test('counts what changed', () => {
    const updated = {
      outcome: 'updated',
      bundle,
      generation: 43,
      added: 12,
      changed: 1309,
      removed: 0,
    } as const
    expect(outcomeText(updated, t).text).toContain('12 added, 1,309 changed, 0 removed')
  })

  test('says what was wrong, what to do, and that nothing was lost', () => {
    const failed = {
      outcome: 'failed',
      code: 'wrong-root',
      where: 'bundle.json',
      detail: 'no key 5f2c',
    } as const
    const { tone, title, text, detail } = outcomeText(failed, t)
    expect(tone).toBe('danger')
    expect(title).toContain('unchanged')
    expect(text).toMatch(/^The host's bundle is another one.*\. Check the subscription link/)
    expect(detail).toBe('bundle.json: no key 5f2c')
  })

  test('owns up to a code that it does not know', () => {
    const failed = {
      outcome: 'failed',
      code: 'of-a-later-version',
      where: '',
      detail: '',
    } as unknown as UpdateOutcome
    expect(outcomeText(failed, t).text).toBe(t('sync.error.unknown'))
  })

  test('under way is found among the bundles; before they are read none is', () => {
    const state = { phase: 'fetching', generation: 2, received: 1, total: 2 } as const
    const entry = {
      isOn: true,
      isPackaged: false,
      subscription: { link: 'a', base: 'a', fingerprint: '', firstUse: false, state },
    }
    expect(runningUpdate({ state: 'ready', entries: [{ isOn: true, isPackaged: false }, entry] })).toBe(state)
    expect(runningUpdate({ state: 'ready', entries: [{ isOn: true, isPackaged: false }] })).toBeUndefined()
    expect(runningUpdate({ state: 'loading' })).toBeUndefined()
  })
})

describe('a bundle', () => {
  test('moves by one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })
})

describe('the sample text', () => {
  const mention = (start: number, end: number): Mention => ({
    start,
    end,
    surface: '',
    entity: ref,
    name: 'SCO',
    type: 'organization',
    via: 'acronym',
    score: 1,
  })

  test('is whole again when its pieces are put together', () => {
    const text = 'SCO met ITU.'
    const pieces = piecesOf(text, [mention(0, 3), mention(8, 11)])
    expect(pieces.map((piece) => piece.text)).toEqual(['SCO', ' met ', 'ITU', '.'])
    expect(pieces.map((piece) => piece.mention !== undefined)).toEqual([true, false, true, false])
  })

  test('is one piece where nothing is marked', () => {
    expect(piecesOf('SCO', [])).toEqual([{ start: 0, text: 'SCO' }])
  })
})
