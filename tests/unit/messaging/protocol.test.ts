import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { asEnvelope } from '../../../src/messaging/envelope.ts'
import { backgroundRequests, extensionPagesOnly } from '../../../src/messaging/protocol.ts'

const ref = { bundle: 'international-affairs', entity: 'sco' }

describe('the gate of the background', () => {
  test.each([
    ['page/recognise', { blocks: [{ text: 'SCO' }] }, true, 'the least that a page sends'],
    [
      'page/recognise',
      { blocks: [{ text: 'SCO', lang: 'en' }], date: '2020', established: [ref] },
      true,
      'all of it',
    ],
    ['page/recognise', { blocks: 'SCO' }, false, 'blocks are a list'],
    ['page/recognise', { blocks: [{ text: 'SCO', html: '<b>' }] }, false, 'a field that no version has'],
    ['page/recognise', { blocks: [{ text: 'x'.repeat(1_000_001) }] }, false, 'a block beyond the cap'],
    ['page/recognise', { blocks: Array(50_001).fill({ text: '' }) }, false, 'more blocks than the cap'],
    ['page/explain', { blocks: [{ text: 'SCO' }], at: { block: 0, start: 0 } }, true, 'where it begins'],
    ['page/explain', { blocks: [{ text: 'SCO' }] }, false, 'what is to be explained must be told'],
    ['page/explain', { blocks: [], at: { block: -1, start: 0 } }, false, 'no block is before the first'],
    ['entity/card', { entities: [ref] }, true, 'one card'],
    ['entity/card', { entities: Array(51).fill(ref) }, false, 'nobody reads fifty-one cards: a dump'],
    ['entity/card', { entities: [{ bundle: '../etc', entity: 'sco' }] }, false, 'ids are kebab-case'],
    [
      'entity/card',
      { entities: [{ bundle: 'a', entity: '__proto__' }] },
      false,
      'a name of the language is no id',
    ],
    ['entity/card', { entities: [{ bundle: 'a', entity: 'a'.repeat(129) }] }, false, 'an id beyond the cap'],
    ['entity/open-details', { entity: ref, date: '2020-02-27' }, true, 'an entry as of a date'],
    [
      'entity/open-details',
      { entity: ref, url: 'https://example.org' },
      false,
      'the page may not choose an address',
    ],
    ['mute/set', { entity: ref, reach: 'site', muted: true }, true, 'not this, on this site'],
    [
      'mute/set',
      { entity: ref, reach: 'site', muted: true, host: 'example.org' },
      false,
      'the page may not choose the place',
    ],
    ['page/counted', { mentions: 3 }, true, 'a count'],
    ['page/counted', { mentions: -1 }, false, 'no count is negative'],
    ['page/counted', { mentions: 0.5 }, false, 'nor broken'],
    ['sync/update-now', {}, true, 'nothing to say'],
    ['sync/update-now', { address: 'https://example.org' }, false, 'the address is in the subscription'],
    ['sync/subscribe', { address: 'x'.repeat(4_097) }, false, 'an address beyond the cap'],
  ] as const)('%s %o: %s (%s)', (name, payload, accepted, _why) => {
    expect(v.safeParse(backgroundRequests[name], payload).success).toBe(accepted)
  })

  test('a page may not start or redirect an update', () => {
    expect([...extensionPagesOnly].sort()).toEqual([
      'bundles/arrange',
      'bundles/switch',
      'own/changed',
      'search/prepare',
      'sync/cancel',
      'sync/preview',
      'sync/remove',
      'sync/subscribe',
      'sync/update-now',
    ])
  })
})

describe('the envelope', () => {
  test.each([
    [undefined, 'nothing'],
    ['page/recognise', 'a text'],
    [null, 'null'],
    [{ name: 'page/recognise' }, 'no receiver'],
    [{ to: 'elsewhere', name: 'page/recognise' }, 'another receiver'],
    [{ to: 'background', name: 7 }, 'a name that is no text'],
  ])('%o is not ours: %s', (message, _why) => {
    expect(asEnvelope(message)).toBeUndefined()
  })

  test('what is ours is taken apart', () => {
    expect(asEnvelope({ to: 'page', name: 'tab/marks', payload: {} })).toEqual({
      to: 'page',
      name: 'tab/marks',
      payload: {},
    })
  })
})
