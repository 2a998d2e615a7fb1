import type { Explanation } from '../../src/model/explanation.ts'
import { ref } from './lookup.fixture.ts'

/** Why "Norov" is Vladimir Norov in the worked example, with a namesake that was ruled out. */
export const explanationOfNorov: Explanation = {
  start: 0,
  end: 5,
  surface: 'Norov',
  via: 'surname',
  linkedFrom: 0.6,
  chosen: [
    {
      entity: ref('vladimir-norov'),
      name: 'Vladimir Norov',
      alias: 'Norov',
      aliasKind: 'surname',
      worth: 0.35,
      support: 1.2,
      evidence: [
        { kind: 'licensed', weight: 0.5 },
        {
          kind: 'related',
          weight: 0.2,
          seen: { entity: ref('sco-secretary-general'), name: 'SCO Secretary-General' },
        },
        { kind: 'context', weight: 0.1, seen: { word: 'Tashkent' } },
      ],
    },
  ],
  rejected: [
    {
      entity: ref('uncertain-office'),
      name: 'Norov (district)',
      alias: 'Norov',
      aliasKind: 'full',
      worth: 0.3,
      support: 0.3,
      evidence: [],
      reason: 'outweighed',
    },
  ],
}
