import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  BUNDLE_FORMAT,
  type BundlePart,
  countRecords,
  type Manifest,
  READER_VERSION,
} from '../../../src/bundle/manifest.ts'
import { readPart } from '../../../src/bundle/read-part.ts'
import { lineAgain, type RecordLine } from '../../../src/bundle/read-record.ts'
import { STATE_ALGORITHM, STATE_BUCKETS } from '../../../src/bundle/state-digest.ts'
import { verifyGeneration } from '../../../src/bundle/verify-generation.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { BundleErrorCode } from '../../../src/model/sync-error.ts'
import { rootOfLines } from './packed-generation.ts'
import { sampleGeneration, sampleRecord, sampleSources } from './sample-bundle.ts'

const line = (id: string) => `${JSON.stringify(sampleRecord(id, `Name of ${id}`))}\n`

/** A part of any text, with a truthful description of its bytes. */
function packed(text: string, records: number): { part: BundlePart; bytes: Uint8Array<ArrayBuffer> } {
  const bytes = new Uint8Array(gzipSync(text))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const raw = Buffer.byteLength(text)
  return { part: { path: 'full-00000.jsonl.gz', length: bytes.length, sha256, raw, records }, bytes }
}

const BAD_PARTS: readonly [why: string, text: string, records: number, code: BundleErrorCode][] = [
  ['a last line that is cut off', line('a') + line('b').trimEnd(), 2, 'bad-record'],
  ['an empty line', `${line('a')}\n`, 2, 'bad-record'],
  ['a line that is no JSON', `${line('a')}{\n`, 2, 'bad-record'],
  ['a record that the gate refuses', line('a').replace('organization', 'ship'), 1, 'bad-record'],
  ['a line end of another system', line('a').replace('\n', '\r\n\n'), 1, 'bad-record'],
  ['fewer records than it says', line('a'), 2, 'wrong-count'],
  ['more records than it says', line('a') + line('b'), 1, 'wrong-count'],
]

describe('reading a part', () => {
  test('gives the records and their lines', async () => {
    const { part, bytes } = packed(line('a') + line('b'), 2)
    const read = await readPart(part, bytes, crypto.subtle)
    expect(read.ok && read.value.map((each) => each.line)).toEqual([line('a').trimEnd(), line('b').trimEnd()])
  })

  test.each(BAD_PARTS)('refuses %s, and tells the line', async (_why, text, records, code) => {
    const { part, bytes } = packed(text, records)
    const read = await readPart(part, bytes, crypto.subtle)
    expect(read).toMatchObject({ ok: false, error: { code } })
    if (!read.ok && code === 'bad-record') expect(read.error.where).toMatch(/\.jsonl\.gz:\d$/)
  })

  test('looks at the length and the hash before it decompresses', async () => {
    const { part } = packed(line('a'), 1)
    const noGzip = new Uint8Array(part.length)
    expect(await readPart(part, noGzip, crypto.subtle)).toMatchObject({ error: { code: 'wrong-hash' } })
    expect(await readPart(part, noGzip.slice(1), crypto.subtle)).toMatchObject({
      error: { code: 'wrong-length' },
    })
  })
})

/** 1,920 characters that do not compress. */
const hardToCompress = (seed: string): string =>
  Array.from({ length: 15 }, (_, index) =>
    createHash('sha512').update(`${seed}-${index}`).digest('hex'),
  ).join('')

/** Four texts a record: 1,500 records then are more than the 8 MiB of one part. */
const LANGS = ['en', 'fr', 'es', 'ru']

const un = sampleRecord('un', 'United Nations')
const itu = sampleRecord('itu', 'International Telecommunication Union', 'un')
const asLine = (record: EntityRecord): RecordLine => lineAgain(JSON.stringify(record))

/** What a publisher would say of records, true or not. */
function manifestOf(records: readonly EntityRecord[], counted = records): Manifest {
  const lines = records.map(asLine)
  const root = rootOfLines(new Map(lines.map(({ id, line }) => [id, line])))
  return {
    format: BUNDLE_FORMAT,
    minReader: READER_VERSION,
    ...sampleSources(records).header,
    full: [],
    counts: countRecords(counted),
    state: { alg: STATE_ALGORITHM, buckets: STATE_BUCKETS, root },
  }
}

const verify = (records: readonly EntityRecord[], counted = records) =>
  verifyGeneration(manifestOf(records, counted), { kind: 'package' }, records.map(asLine))

const statementAbout = (id: string): EntityRecord => ({
  ...un,
  statements: un.statements.map((each) => ({ ...each, value: undefined, entity: id })) as never,
})

describe('verifying a generation as a whole', () => {
  test('accepts records in order that refer to each other', async () => {
    expect(verify([itu, un]).ok).toBe(true)
  })

  test.each([
    ['another order', [un, itu], 'wrong-order'],
    ['an id used twice', [un, un], 'wrong-order'],
    ['a relation to nobody', [itu], 'unknown-reference'],
    ['a statement about nobody', [statementAbout('who')], 'unknown-reference'],
  ] as const)('refuses %s', (_why, records, code) => {
    expect(verify(records)).toMatchObject({ ok: false, error: { code } })
  })

  test('refuses counts that do not fit', () => {
    expect(verify([itu, un], [un])).toMatchObject({ ok: false, error: { code: 'wrong-count' } })
  })

  test('refuses records of another digest than the manifest has', () => {
    const changed = asLine({ ...un, descriptions: [{ text: 'Something else', lang: 'en' }] })
    expect(verifyGeneration(manifestOf([un]), { kind: 'package' }, [changed])).toMatchObject({
      error: { code: 'wrong-state' },
    })
  })

  test('counts names with aliases, events with facts, and a source once', () => {
    expect(countRecords([itu, un])).toEqual({ entities: 2, aliases: 4, facts: 5, sources: 1 })
  })

  test('a bundle of several parts is one generation', async () => {
    const records = Array.from({ length: 1_500 }, (_, index) => {
      const record = sampleRecord(`entity-${String(index).padStart(5, '0')}`, `Name ${index}`)
      return {
        ...record,
        descriptions: LANGS.map((lang) => ({ text: hardToCompress(`${index} ${lang}`), lang })),
      }
    })
    const generation = await sampleGeneration(records)
    expect(generation.manifest.full.length).toBeGreaterThan(1)
    expect(generation.lines.map((each) => each.id)).toEqual(records.map((each) => each.id))
  })
})
