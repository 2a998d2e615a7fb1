import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts'
import {
  cardOf,
  FAST,
  GRACE,
  type HoverEvent,
  type HoverState,
  nextState,
  timerOf,
} from '../../../src/page/hover-intent.ts'

/** As the settings have it until the reader chooses. */
const { dwell: DWELL } = DEFAULT_SETTINGS

type State = HoverState<string>
type Event = HoverEvent<string>

const IDLE: State = { name: 'idle' }
const over = (mark: string, speed = 0): Event => ({ type: 'over', mark, speed })
const off: Event = { type: 'off' }
const inCard: Event = { type: 'in-card' }
const dwelled: Event = { type: 'dwell-elapsed' }
const graceOver: Event = { type: 'grace-elapsed' }
const escapeKey: Event = { type: 'escape' }
const scroll: Event = { type: 'scroll' }
const press: Event = { type: 'press' }
const keyOpen = (mark: string): Event => ({ type: 'key-open', mark })
const tap = (mark: string): Event => ({ type: 'tap', mark })
const pin: Event = { type: 'pin' }
const unpin: Event = { type: 'unpin' }

const stateAfter = (...events: Event[]): State => events.reduce<State>(nextState, IDLE)

/** A course of events and the mark whose card is open at its end. */
const COURSES: readonly (readonly [reason: string, events: readonly Event[], card: string | null])[] = [
  ['who stays on a mark sees its card', [over('a'), dwelled], 'a'],
  ['who has not stayed long enough does not', [over('a')], null],
  ['who crosses a mark does not', [over('a', 3), off, dwelled], null],
  ['who came fast and then stays does', [over('a', 3), dwelled], 'a'],
  ['a card stays while the pointer is on its way', [over('a'), dwelled, off], 'a'],
  ['and closes when it goes elsewhere', [over('a'), dwelled, off, graceOver], null],
  ['it stays for whom it reaches', [over('a'), dwelled, off, inCard, graceOver], 'a'],
  ['leaving the card closes it', [over('a'), dwelled, inCard, off, graceOver], null],
  ['back on the mark it stays', [over('a'), dwelled, off, over('a'), graceOver], 'a'],
  [
    'another mark on the way to the card does not take over',
    [over('a'), dwelled, over('b'), inCard, dwelled],
    'a',
  ],
  ['staying on another mark does', [over('a'), dwelled, off, over('b'), dwelled], 'b'],
  [
    'passing over another mark into the open closes it',
    [over('a'), dwelled, over('b'), off, graceOver],
    null,
  ],
  ['Escape closes it', [over('a'), dwelled, escapeKey], null],
  [
    'and a small move on the same mark does not open it again',
    [over('a'), dwelled, escapeKey, over('a'), dwelled],
    null,
  ],
  ['but coming back does', [over('a'), dwelled, escapeKey, off, over('a'), dwelled], 'a'],
  ['and so does another mark', [over('a'), dwelled, escapeKey, over('b'), dwelled], 'b'],
  ['Escape while waiting means no as well', [over('a'), escapeKey, over('a'), dwelled], null],
  ['scrolling takes the text away, and the card with it', [over('a'), dwelled, scroll], null],
  ['unless the reader is in the card', [over('a'), dwelled, inCard, scroll], 'a'],
  ['scrolling ends waiting', [over('a'), scroll, dwelled], null],
  ['pressing a button means a link or a selection', [over('a'), press, over('a'), dwelled], null],
  ['pressing outside closes the card', [over('a'), dwelled, inCard, off, press], null],
  ['a card opened by key needs no pointer', [keyOpen('a'), off, graceOver, over('b'), dwelled], 'a'],
  ['it stays over scrolling', [keyOpen('a'), scroll], 'a'],
  ['Escape closes it too', [keyOpen('a'), escapeKey], null],
  ['a press outside closes it', [keyOpen('a'), press], null],
  ['the next one by key replaces it', [keyOpen('a'), keyOpen('b')], 'b'],
  ['a tap opens a card at once', [tap('a'), off, graceOver], 'a'],
  ['a tap elsewhere closes it', [tap('a'), press], null],
  ['and so does scrolling on', [tap('a'), scroll], null],
  ['a pinned card stays', [over('a'), dwelled, pin, off, graceOver, press, scroll], 'a'],
  ['until Escape', [over('a'), dwelled, pin, escapeKey], null],
  ['or until it is unpinned and left', [over('a'), dwelled, pin, unpin, off, graceOver], null],
  ['nothing can be pinned where nothing is open', [over('a'), pin], null],
  ['a late timer changes nothing', [over('a'), dwelled, off, inCard, off, over('a'), graceOver], 'a'],
]

describe('hovering', () => {
  test.each(COURSES)('%s', (_reason, events, card) => {
    expect(cardOf(stateAfter(...events))).toBe(card)
  })
})

describe('the timer', () => {
  test('runs while waiting and while leaving, and never besides', () => {
    expect(timerOf(stateAfter(over('a')), DWELL)).toEqual({ event: 'dwell-elapsed', ms: DWELL })
    expect(timerOf(stateAfter(over('a'), dwelled), DWELL)).toBeNull()
    expect(timerOf(stateAfter(over('a'), dwelled, off), DWELL)).toEqual({ event: 'grace-elapsed', ms: GRACE })
    expect(timerOf(stateAfter(over('a'), dwelled, over('b')), DWELL)).toEqual({
      event: 'dwell-elapsed',
      ms: DWELL,
    })
    expect(timerOf(stateAfter(keyOpen('a')), DWELL)).toBeNull()
    expect(timerOf(IDLE, DWELL)).toBeNull()
  })

  test('goes on for small moves on the mark, and starts anew for fast ones', () => {
    const waiting = stateAfter(over('a'))
    expect(nextState(waiting, over('a', FAST / 2))).toBe(waiting)
    expect(nextState(waiting, over('a', FAST))).not.toBe(waiting)
    expect(nextState(waiting, over('a', FAST))).toEqual(waiting)
  })

  test('goes on while nothing happens to the pointer outside', () => {
    const leaving = stateAfter(over('a'), dwelled, off)
    expect(nextState(leaving, off)).toBe(leaving)
  })
})

describe('any course of events', () => {
  const events = fc.array(
    fc.oneof(
      fc.constantFrom<Event>(off, inCard, dwelled, graceOver, escapeKey, scroll, press, pin, unpin),
      fc.record({
        type: fc.constant('over' as const),
        mark: fc.constantFrom('a', 'b'),
        speed: fc.constantFrom(0, 2),
      }),
      fc.constantFrom('a', 'b').map(keyOpen),
      fc.constantFrom('a', 'b').map(tap),
    ),
  )

  test('can be ended by Escape', () => {
    fc.assert(fc.property(events, (course) => cardOf(nextState(stateAfter(...course), escapeKey)) === null))
  })

  test('ends without a card when the pointer has gone, unless it is held', () => {
    fc.assert(
      fc.property(events, (course) => {
        const end = [off, graceOver].reduce<State>(nextState, stateAfter(...course))
        expect(cardOf(end) === null || end.name === 'held').toBe(true)
      }),
    )
  })
})
