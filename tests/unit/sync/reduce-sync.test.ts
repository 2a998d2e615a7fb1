import { describe, expect, test } from 'vitest'
import type { BundleId } from '../../../src/model/ids.ts'
import type { SyncOutcome, SyncState } from '../../../src/model/sync-state.ts'
import { afterRestart, reduceSync } from '../../../src/sync/reduce-sync.ts'
import type { SyncEvent } from '../../../src/sync/sync-event.ts'

const outcome: SyncOutcome = { outcome: 'current', bundle: 'sample' as BundleId, generation: 1 }
const last = { at: '2026-01-01T00:00:00.000Z', outcome }
const idle: SyncState = { phase: 'idle', last }
const checking: SyncState = { phase: 'checking', last }
const fetching: SyncState = { phase: 'fetching', last, generation: 2, received: 5, total: 10 }
const installing: SyncState = { phase: 'installing', last, generation: 2, records: 3 }

const STEPS: readonly [why: string, state: SyncState, event: SyncEvent, after: SyncState][] = [
  ['begins', idle, { type: 'started' }, checking],
  ['begins for the first time', { phase: 'idle' }, { type: 'started' }, { phase: 'checking' }],
  ['begins anew after a kill', fetching, { type: 'started' }, checking],
  [
    'knows what there is',
    checking,
    { type: 'found', generation: 2, total: 10 },
    { ...fetching, received: 0 },
  ],
  ['has some bytes', fetching, { type: 'received', received: 7 }, { ...fetching, received: 7 }],
  ['has all parts', fetching, { type: 'fetched', records: 3 }, installing],
  ['has ended', installing, { type: 'ended', ...last }, idle],
  ['has ended early', checking, { type: 'ended', ...last }, idle],
  ['bytes that come late', idle, { type: 'received', received: 7 }, idle],
  ['a manifest out of turn', installing, { type: 'found', generation: 2, total: 10 }, installing],
  ['an end of parts out of turn', checking, { type: 'fetched', records: 3 }, checking],
]

describe('the state of an update', () => {
  test.each(STEPS)('%s', (_why, state, event, after) => {
    expect(reduceSync(state, event)).toEqual(after)
  })

  test('what a kill interrupted is over after a restart; the last result stays', () => {
    expect([idle, checking, fetching, installing].map(afterRestart)).toEqual([idle, idle, idle, idle])
    expect(afterRestart({ phase: 'checking' })).toEqual({ phase: 'idle' })
  })
})
