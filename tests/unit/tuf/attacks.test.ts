import { afterAll, describe, expect, test } from 'vitest'
import { TOP_ROLES, type TopRole } from '../../../src/bundle/tuf/metadata.ts'
import { SYNC_ERROR_CODES } from '../../../src/model/sync-error.ts'
import type { Attack } from './attack.ts'
import { startStage } from './attack-stage.ts'
import { DATA_ATTACKS } from './data-attacks.ts'
import { HOST_ATTACKS } from './host-attacks.ts'
import { KEY_ATTACKS } from './key-attacks.ts'
import { MANIFEST_ATTACKS } from './manifest-attacks.ts'
import { ROLLBACK_ATTACKS } from './rollback-attacks.ts'
import { readOnce } from './test-reader.ts'
import { NOW } from './test-repository.ts'

const ALL = [...HOST_ATTACKS, ...KEY_ATTACKS, ...ROLLBACK_ATTACKS, ...MANIFEST_ATTACKS, ...DATA_ATTACKS]
let refused = 0

async function met({ by, attack, code, moves = [], now = NOW }: Attack): Promise<void> {
  const stage = await startStage()
  const taken =
    by === 'current' ? (await readOnce(stage.reader, stage.repository.files, NOW)).reader : undefined
  const reader = taken ?? (by === 'full' ? stage.fresh : stage.reader)
  const before = structuredClone({
    lines: reader.lines,
    generation: reader.generation,
    stored: reader.stored,
  })
  await attack(stage)
  const { reader: after, how } = await readOnce(reader, stage.repository.files, now)
  expect(code === undefined ? SYNC_ERROR_CODES : [code]).toContain(how)
  expect([after.generation, after.lines]).toEqual([before.generation, before.lines])
  // Byte for byte; as text, because a difference is shown.
  const kept = (stored: typeof after.stored, role: TopRole) =>
    Buffer.from(stored?.[role] ?? []).toString('latin1')
  for (const role of TOP_ROLES.filter((each) => !moves.includes(each)))
    expect([role, kept(after.stored, role)]).toEqual([role, kept(before.stored, role)])
  expect(after.stored?.rootDigest).toBe(before.stored?.rootDigest)
  refused += 1
}

describe('what is refused changes nothing that is shown', () => {
  test.each(ALL.map((attack) => [attack.what, attack] as const))('%s', (_what, attack) => met(attack))

  test('without an attack each of the readers takes generation 2', async () => {
    const stage = await startStage()
    for (const [reader, how] of [
      [stage.reader, 'deltas'],
      [stage.fresh, 'full'],
    ] as const) {
      const read = await readOnce(reader, stage.repository.files, NOW)
      expect([read.how, read.reader.lines]).toEqual([how, stage.second.state.lines])
      expect((await readOnce(read.reader, stage.repository.files, NOW)).how).toBe('current')
    }
  })
})

afterAll(() => {
  console.log(`attacks: ${ALL.length}, refused: ${refused}`)
  expect(new Set(ALL.map((attack) => attack.what)).size).toBe(ALL.length)
  expect(refused).toBeGreaterThanOrEqual(220)
})
