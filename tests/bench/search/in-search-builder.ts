import { pause } from '../../../src/bundle/pause.ts'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import { type SearchedEntity, SearchIndexBuilder } from '../../../src/search/build-search-index.ts'
import { blobOfPieces } from '../../../src/storage/blob-of-pieces.ts'
import { randomOf } from './entities.ts'

// Runs as a worker of Chromium (chromium.ts): builds the index of so many entities, and tells what it took.

/** Microseconds for each entity, milliseconds of the longest step, bytes for each entity. */
export interface BuildCost {
  readonly taking: number
  readonly finishing: number
  readonly steps: number
  readonly longest: number
  readonly bytes: number
}

/** What happens meanwhile, for whoever watches the memory. */
export type BuildReport = { readonly phase: string } | { readonly cost: BuildCost }

const SYLLABLES = 'ka lo mi ter ran sho est ung vel por ith ang ur da ne bri sul ok fen tal gra hin us'.split(
  ' ',
)
const AT_ONCE = 2_000

const tell = (report: BuildReport): void => postMessage(report)

addEventListener('message', ({ data }) => void build(data as number))

async function build(entities: number): Promise<void> {
  const builder = new SearchIndexBuilder()
  const make = maker()
  let taking = 0
  for (let start = 0; start < entities; start += AT_ONCE) {
    const made = Array.from({ length: AT_ONCE }, (_, at) => make(start + at))
    const from = performance.now()
    for (const entity of made) builder.add(entity)
    taking += performance.now() - from
  }
  tell({ phase: 'finish' })
  let [steps, longest, last] = [0, 0, performance.now()]
  const begun = last
  const blob = await blobOfPieces(builder.finish(), async () => {
    longest = Math.max(longest, performance.now() - last)
    steps += 1
    await pause()
    last = performance.now()
  })
  const each = (milliseconds: number) => (milliseconds * 1_000) / entities
  const finishing = each(performance.now() - begun)
  tell({ cost: { taking: each(taking), finishing, steps, longest, bytes: blob.size / entities } })
}

/** Entities of two names, as those of the bundle of the benchmark of sync: three words and a number, an acronym. */
function maker(): (index: number) => SearchedEntity {
  const random = randomOf(1)
  const draw = (most: number): number => Math.floor(random() * most)
  const word = () => Array.from({ length: 2 + draw(2) }, () => SYLLABLES[draw(SYLLABLES.length)]).join('')
  return (index) => ({
    ref: {
      bundle: 'generated' as BundleId,
      entity: `entity-${String(index).padStart(7, '0')}` as EntityId,
    },
    record: {
      names: [{ text: `${word()} ${word()} ${word()} ${index}`, lang: 'en' }],
      aliases: [{ text: `${word().slice(0, 3).toUpperCase()}${index}`, lang: 'en', kind: 'acronym' }],
    },
    known: 2,
  })
}
