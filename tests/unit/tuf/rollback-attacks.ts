import type { Attack } from './attack.ts'
import { type AttackStage, resign, setTargets } from './attack-stage.ts'

/** What the holders of online keys can do: go back, freeze, run ahead; and what a thief of a root key cannot do alone. */

const raiseAll = async (
  { repository }: AttackStage,
  versions: Readonly<Partial<Record<'timestamp' | 'snapshot' | 'targets', number>>>,
) => {
  for (const [role, version] of Object.entries(versions)) repository.change(role as 'timestamp', { version })
  await resign({ repository } as AttackStage)
}

const back: readonly Attack[] = [1, 0.5].flatMap((factor): Attack[] => [
  {
    what: `a timestamp of a version before (${factor}), well signed`,
    by: 'current',
    code: 'rolled-back',
    attack: (stage) => raiseAll(stage, { timestamp: 1 }),
  },
  {
    what: `a snapshot of a version before, named by a new timestamp (${factor})`,
    by: 'current',
    code: 'rolled-back',
    attack: (stage) => raiseAll(stage, { timestamp: 2 + 2 * factor, snapshot: 1 }),
  },
  {
    what: `targets of a version before, named by a new snapshot (${factor})`,
    by: 'current',
    code: 'rolled-back',
    moves: ['timestamp'],
    attack: (stage) => raiseAll(stage, { timestamp: 3, snapshot: 2 + 2 * factor, targets: 1 }),
  },
])

const roots: readonly Attack[] = (
  [
    ['signed by its old key alone after a rotation', ['root-new'], ['root'], 'bad-signature'],
    ['signed by its new key alone', ['root-new'], ['root-new'], 'bad-signature'],
    ['signed by a stranger beside the old key', ['root-new'], ['root', 'stranger'], 'bad-signature'],
    ['that gives itself to a stranger', ['stranger'], ['stranger'], 'bad-signature'],
    ['signed by the online keys', ['root'], ['timestamp', 'snapshot', 'targets'], 'bad-signature'],
  ] as const
).map(
  ([what, keys, signers, code]): Attack => ({
    what: `a root ${what}`,
    by: 'delta',
    code,
    attack: async ({ repository }) => {
      await repository.setKeys('root', keys)
      repository.files.set('metadata/2.root.json', await repository.sign('root', signers))
    },
  }),
)

const thresholds: readonly Attack[] = (['timestamp', 'snapshot', 'targets'] as const).flatMap(
  (role): Attack[] => {
    const moves = {
      timestamp: ['root'],
      snapshot: ['root', 'timestamp'],
      targets: ['root', 'timestamp', 'snapshot'],
    } as const
    const attack =
      (
        names: readonly string[],
        threshold: number,
        signers: readonly string[],
        twist?: (stage: AttackStage) => void,
      ) =>
      async (stage: AttackStage) => {
        const { repository } = stage
        await repository.setKeys(role, names, threshold)
        repository.change('root', { version: 2 })
        twist?.(stage)
        await repository.publishRoot()
        repository.signers[role] = [...signers]
        for (const each of ['targets', 'snapshot', 'timestamp'] as const)
          repository.change(each, { version: 3 })
        await resign(stage)
      }
    const common = { by: 'delta', moves: moves[role] } as const
    return [
      {
        ...common,
        what: `a ${role} of one signature where two are asked`,
        code: 'bad-signature',
        attack: attack([role, 'b'], 2, [role]),
      },
      {
        ...common,
        what: `a ${role} of two signatures where three are asked`,
        code: 'bad-signature',
        attack: attack([role, 'b', 'c'], 3, [role, 'c']),
      },
      {
        ...common,
        what: `a ${role} whose role asks for more than it has`,
        code: 'bad-signature',
        attack: attack([role], 2, [role]),
      },
      {
        ...common,
        what: `a ${role} signed by a key that was taken away`,
        code: 'bad-signature',
        // The rotation itself drops what the old key signed.
        moves: role === 'targets' ? moves[role] : ['root', 'timestamp', 'snapshot'],
        attack: attack(['b'], 1, [role]),
      },
      {
        ...common,
        what: `a ${role} of strangers and one key of two`,
        code: 'bad-signature',
        attack: attack([role, 'b'], 2, [role, 'stranger', 'stranger-2']),
      },
      {
        ...common,
        what: `a ${role} whose key stands in its role twice`,
        moves: [],
        code: 'wrong-shape',
        attack: attack([role], 2, [role], ({ repository }) => {
          const [keyid = ''] = repository.drafts.root.roles[role].keyids
          const roles = { ...repository.drafts.root.roles, [role]: { keyids: [keyid, keyid], threshold: 2 } }
          repository.change('root', { roles })
        }),
      },
      {
        ...common,
        what: `a ${role} whose one key has two names`,
        code: 'bad-signature',
        attack: attack([role], 2, [role], ({ repository }) => {
          const { root } = repository.drafts
          const [keyid = ''] = root.roles[role].keyids
          const key = root.keys[keyid]
          if (!key) return
          const roles = { ...root.roles, [role]: { keyids: [keyid, 'ab'.repeat(32)], threshold: 2 } }
          repository.change('root', { roles, keys: { ...root.keys, ['ab'.repeat(32)]: key } })
        }),
      },
      {
        ...common,
        what: `a ${role} whose role asks for no signature`,
        moves: [],
        code: 'wrong-shape',
        attack: attack([role], 1, [], ({ repository }) => {
          const { root } = repository.drafts
          repository.change('root', {
            roles: { ...root.roles, [role]: { ...root.roles[role], threshold: 0 } },
          })
        }),
      },
      {
        ...common,
        what: `a ${role} whose key is of another scheme`,
        code: 'bad-signature',
        attack: attack([role], 1, [role], ({ repository }) => {
          const { root } = repository.drafts
          const keys = Object.fromEntries(
            Object.entries(root.keys).map(([keyid, key]) => [
              keyid,
              root.roles[role].keyids.includes(keyid) ? { ...key, scheme: 'none' } : key,
            ]),
          )
          repository.change('root', { keys })
        }),
      },
    ]
  },
)

const frozen: readonly Attack[] = (['timestamp', 'snapshot', 'targets', 'root'] as const).map((role) => ({
  what: `a ${role} that stays until after its expiry`,
  by: 'current',
  code: 'expired',
  moves: role === 'root' ? ['root'] : [],
  now: Date.parse('2026-09-02T00:00:00Z'),
  attack: async (stage) => {
    // The reader that is up to date has taken all of it in while it was valid.
    if (role === 'root') {
      stage.repository.change('root', { expires: '2026-09-01T00:00:00Z', version: 3 })
      await stage.repository.publishRoot()
    }
  },
}))

const runaway: readonly Attack[] = [
  {
    what: 'a timestamp that names a snapshot which is not there',
    by: 'delta',
    code: 'not-found',
    moves: ['root', 'timestamp'],
    attack: async ({ repository }) => {
      const meta = {
        'snapshot.json': { ...repository.drafts.timestamp.meta['snapshot.json'], version: 9_000 },
      }
      repository.change('timestamp', { meta, version: 3 })
      await repository.publishTimestamp()
    },
  },
  {
    what: 'a snapshot that loses a role which it had',
    by: 'current',
    code: 'rolled-back',
    moves: ['timestamp'],
    attack: async (stage) => {
      const { repository } = stage
      repository.change('timestamp', { version: 5 })
      repository.change('snapshot', { version: 5 })
      repository.change('targets', { version: 1 })
      setTargets(repository, stage.first.targets)
      await resign(stage)
    },
  },
]

export const ROLLBACK_ATTACKS: readonly Attack[] = [
  ...back,
  ...roots,
  ...thresholds,
  ...frozen.filter((each) => each.what.includes('root')),
  ...runaway,
]
