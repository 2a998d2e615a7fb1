import type { OwnLayer } from '../../src/model/own-layer.ts'
import { EMPTY_OWN_LAYER } from '../../src/model/own-layer.ts'
import type { Own } from '../../src/ui/own/own-context.ts'
import { ref } from './lookup.fixture.ts'

const SCO = {
  entity: ref('sco'),
  name: 'Shanghai Cooperation Organisation',
  kind: 'organization',
} as const

/** What a reader wrote while reading the worked example. */
const sampleLayer: OwnLayer = {
  notes: [
    {
      ...SCO,
      text: 'Ask the press office whether the 2019 concept was ever published.\nIn Russian it is “Концепция”.',
      writtenAt: '2026-11-22T18:20:00.000Z',
    },
    {
      entity: ref('vladimir-norov'),
      name: 'Vladimir Norov',
      kind: 'person',
      text: 'Interviewed in 2021.',
      writtenAt: '2026-11-21T09:00:00.000Z',
    },
  ],
  aliases: [
    { ...SCO, text: 'the Shanghai club', lang: 'en', addedAt: '2026-11-22T18:20:00.000Z' },
    { ...SCO, text: 'ШОС-10', lang: 'ru', addedAt: '2026-11-22T18:21:00.000Z' },
  ],
}

/** An own layer that keeps what it is given nowhere. */
const ownOf = (layer: OwnLayer, state: Own['state'] = 'ready'): Own => ({
  layer,
  state,
  saveNote: async () => true,
  addName: async (_subject, text) => (text.trim().length < 2 ? 'too-short' : null),
  removeName: async () => true,
})

export const sampleOwn = ownOf(sampleLayer)
export const emptyOwn = ownOf(EMPTY_OWN_LAYER)
export const lostOwn: Own = {
  ...ownOf(EMPTY_OWN_LAYER, 'unavailable'),
  saveNote: async () => false,
  addName: async () => 'not-saved',
}
