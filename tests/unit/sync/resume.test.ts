import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { MANIFEST_FILE } from '../../../src/bundle/manifest.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { collectLeftovers } from '../../../src/storage/collect-garbage.ts'
import { type PackedGeneration, packLines } from '../bundle/packed-generation.ts'
import { sampleRecord } from '../bundle/sample-bundle.ts'
import { newEngine, openTestDatabase } from '../storage/test-database.ts'
import { setStage, syncFrom } from './test-sync.ts'

const PARTS = 20
const records = Array.from({ length: 400 }, (_, index) =>
  sampleRecord(`e-${String(index).padStart(3, '0')}`, `Entity ${index}`),
)

/** The same generation in many parts, as a large one has. */
function inParts(packed: PackedGeneration): PackedGeneration {
  const [part] = packed.manifest.full
  const raw = gunzipSync(packed.targets.get(part?.path ?? '') ?? new Uint8Array()).toString()
  const lines = raw.trimEnd().split('\n')
  const size = lines.length / PARTS
  const files = Array.from({ length: PARTS }, (_, index) =>
    packLines(
      lines.slice(index * size, (index + 1) * size),
      () => `full-${String(index).padStart(5, '0')}.jsonl.gz`,
    ),
  ).flat()
  const manifest = { ...packed.manifest, full: files.map(({ part: each }) => each) }
  const targets = new Map(files.map((file) => [file.part.path, file.bytes]))
  return { ...packed, targets: targets.set(MANIFEST_FILE, manifestBytes(manifest)) }
}

test.each(['a lost connection', 'a kill'])('%s half-way costs one part at most', async (how) => {
  const stage = await setStage()
  await stage.publish(records, 1, { change: inParts })
  const { host, publisher } = stage
  const engine = newEngine()
  const database = await openTestDatabase(engine)
  let parts = 0
  const first = await syncFrom(database, host, publisher.rootDigest, () => ({
    fetch: async (address, init) => {
      if (address.includes('.full-')) parts += 1
      if (parts > PARTS / 2) {
        if (how === 'a kill') database.close()
        throw new TypeError('the connection is lost')
      }
      return fetch(address, init)
    },
  }))
  expect(first.outcome).toMatchObject({ outcome: 'failed' })
  const asked = () => host.requests.filter(({ path }) => path.includes('.full-')).map(({ path }) => path)
  expect(asked()).toHaveLength(PARTS / 2)
  const next = await openTestDatabase(engine)
  await collectLeftovers(next)
  const second = await syncFrom(next, host, publisher.rootDigest)
  expect(second.outcome).toMatchObject({ outcome: 'updated', added: records.length })
  console.info(`resume after ${how}: ${asked().length} requests for ${PARTS} parts`)
  expect(new Set(asked()).size).toBe(PARTS)
  expect(asked().length).toBeLessThanOrEqual(PARTS + 1)
})
