import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { planUpdate } from '../../../src/bundle/plan-update.ts'
import { readOwnRepository } from '../../../src/cli/bundle/publish/own-repository.ts'
import { manifestBytes } from '../../../src/cli/bundle/publish/pack-generation.ts'
import { filesBelow, release, startPublisher, succeed } from './published-repository.ts'
import { sourceFolder } from './source-folder.ts'

const MORE = 'entities:\n  - {id: rats, kind: organization, names: {en: Tashkent body}}\n'

test('after a month of generations six deltas lead from any of the last thirty, below 8 kB beside the data', async () => {
  const sources = await sourceFolder()
  const publisher = await startPublisher(sources)
  for (let generation = 2; generation <= 34; generation += 1) {
    await writeFile(join(sources, 'more.yaml'), MORE.replace('Tashkent', `Tashkent ${generation}`))
    await release(publisher, generation)
  }
  const files = [...(await filesBelow(publisher.out)).values()].length
  expect(files).toBeGreaterThan(100)
  const told = await succeed('verify', publisher.out)
  expect(told).toContain('generation 34')
  expect(told).toContain('6 deltas')
  const own = await readOwnRepository(publisher.out)
  if (!own.ok || !own.value.manifest || !own.value.trusted) throw new Error('not readable')
  const { manifest, trusted } = own.value
  const behind = Array.from({ length: 30 }, (_, index) => 33 - index)
  const plans = behind.map((generation) =>
    planUpdate(
      { ...manifest, full: [{ ...manifest.full[0], length: 1e9 } as never] },
      { generation, stateRoot: manifest.deltas.find(({ from }) => from === generation)?.fromState ?? '' },
    ),
  )
  expect(plans.map((plan) => plan.kind === 'deltas' && plan.deltas.length)).toEqual(behind.map(() => 1))
  const metadata = [`${trusted.targets.version}.targets`, `${trusted.snapshot.version}.snapshot`, 'timestamp']
  const sizes = metadata.map(async (name) => (await stat(join(publisher.out, `metadata/${name}.json`))).size)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, manifestBytes(manifest).length)
  expect(bytes).toBeLessThan(8_000)
}, 300_000)
