import { recognise } from '../../../src/linking/recognise.ts'
import { cachedViews, viewsFrom } from '../../../src/linking/view-source.ts'
import { buildIndex } from '../../../src/matching/build-index.ts'
import { namesOf } from '../../../src/matching/names-of-record.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { type BundleId, refKey } from '../../../src/model/ids.ts'

/** What a tab would have to hold to recognise by itself, and how long it then takes. */
export interface InTab {
  /** Milliseconds of the tab's main thread to take over records and index. */
  readonly load: number
  /** Bytes of index and records that every tab would hold. */
  readonly bytes: number
  /** Milliseconds of the tab's main thread for each run. */
  readonly runs: readonly number[]
  readonly mentions: number
}

/** Recognises a page in this tab, `times` over. `json` is what the tab would be sent: the records of the bundle. */
async function measure(json: string, blocks: readonly { text: string }[], times: number): Promise<InTab> {
  const started = performance.now()
  const bundle = 'bench' as BundleId
  const records = JSON.parse(json) as EntityRecord[]
  const found = records.map((record) => ({ record, ref: { bundle, entity: record.id } }))
  const byKey = new Map(found.map((each) => [refKey(each.ref), each]))
  const buffer = buildIndex(found.flatMap(({ record, ref }) => namesOf(record, ref)))
  const index = openIndex(buffer)
  if (!index.ok) throw new Error(index.error)
  const views = cachedViews(viewsFrom(async (refs) => refs.flatMap((ref) => byKey.get(refKey(ref)) ?? [])))
  const load = performance.now() - started
  const runs: number[] = []
  let mentions = 0
  for (let run = 0; run < times; run += 1) {
    const from = performance.now()
    const result = await recognise({ blocks, date: '2020-02-27', lang: 'en' }, { index: index.value, views })
    runs.push(performance.now() - from)
    mentions = result.blocks.reduce((sum, block) => sum + block.mentions.length, 0)
  }
  return { load, bytes: json.length * 2 + buffer.byteLength, runs, mentions }
}

Object.assign(globalThis, { measureInTab: measure })
