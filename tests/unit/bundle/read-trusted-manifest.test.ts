import { describe, expect, test } from 'vitest'
import { type BundleManifest, MANIFEST_FILE, partTarget } from '../../../src/bundle/manifest.ts'
import { readPart } from '../../../src/bundle/read-part.ts'
import { readTrustedManifest } from '../../../src/bundle/read-trusted-manifest.ts'
import { TestRepository } from '../tuf/test-repository.ts'
import { packGeneration } from './packed-generation.ts'
import { sampleSources } from './sample-bundle.ts'
import { manyRecords } from './sample-generations.ts'

/** A repository that signs a generation of three records, and a client that trusts it. */
async function published() {
  const repository = await TestRepository.start()
  const { rootDigest } = await repository.newClient()
  const records = manyRecords(['itu', 'sco', 'un'])
  const packed = packGeneration(sampleSources(records, 2), { rootDigest, from: [] })
  for (const [path, bytes] of packed.targets) repository.addTarget(path, bytes)
  await repository.publishNext()
  const { outcome } = await repository.refresh(await repository.newClient())
  if (!outcome.ok) throw new Error(outcome.error.code)
  return { repository, records, trusted: outcome.value }
}

const opened = async ({
  repository,
  trusted,
}: Awaited<ReturnType<typeof published>>): Promise<BundleManifest> => {
  const manifest = await readTrustedManifest(repository.session(), trusted)
  if (!manifest.ok) throw new Error(`${manifest.error.where}: ${manifest.error.detail}`)
  return manifest.value
}

describe('the manifest that metadata signs', () => {
  test('names parts that are where it says, and hold the records', async () => {
    const stage = await published()
    const manifest = await opened(stage)
    const ids: string[] = []
    for (const part of manifest.full) {
      const read = await readPart(
        part,
        stage.repository.files.get(partTarget(part)) ?? new Uint8Array(),
        crypto.subtle,
      )
      if (read.ok) ids.push(...read.value.map((each) => each.id))
    }
    expect(ids).toEqual(stage.records.map((record) => record.id))
  })

  test('is refused where the host sends another one, or the targets sign none', async () => {
    const stage = await published()
    const file = [...stage.repository.files.keys()].find((each) => each.endsWith(MANIFEST_FILE)) ?? ''
    const bytes = stage.repository.files.get(file) ?? new Uint8Array()
    stage.repository.files.set(file, new Uint8Array([...bytes.slice(0, -1), 0x20]))
    expect(await readTrustedManifest(stage.repository.session(), stage.trusted)).toMatchObject({
      error: { code: 'wrong-hash' },
    })
    const unsigned = { ...stage.trusted, targets: { ...stage.trusted.targets, targets: {} } }
    expect(await readTrustedManifest(stage.repository.session(), unsigned)).toMatchObject({
      error: { code: 'wrong-target' },
    })
  })
})
