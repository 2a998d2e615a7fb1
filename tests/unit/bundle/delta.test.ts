import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyToState, joinDelta } from '../../../src/bundle/apply-delta.ts'
import type { BundleDelta, DeltaPart } from '../../../src/bundle/manifest.ts'
import { readDeltaPart } from '../../../src/bundle/read-delta.ts'
import type { BundleErrorCode } from '../../../src/model/sync-error.ts'
import { changesOf, deltaProperty, kept, line, state } from './delta-property.ts'
import { packDelta } from './packed-generation.ts'

const { subtle } = crypto

describe('a delta', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,2}$/), { maxLength: 12 })
  test('applied to its start, and to any generation between, gives its end, line for line, and its digest', async () => {
    await deltaProperty(100)
  }, 60_000)

  test('is refused by records that it was not made for, and then changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(ids, async (all) => {
        const own = state(1, Object.fromEntries(all.map((id) => [id, line(id)])))
        const { delta, changes } = await changesOf(own, state(2, { zz: line('zz') }))
        const other = kept(state(1, { ...Object.fromEntries(own.lines), yyy: line('yyy') }))
        const before = other.hashes.slice()
        expect(await applyToState(other, delta, changes)).toMatchObject({ error: { code: 'wrong-state' } })
        expect(other.hashes).toEqual(before)
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  test('that leaves out a change, or has one too many, is refused', async () => {
    const [before, after] = [
      state(1, { un: line('un') }),
      state(2, { un: line('un', 'UN'), who: line('who') }),
    ]
    const { delta, changes } = await changesOf(before, after)
    expect(joinDelta(delta, [changes.slice(1)])).toMatchObject({ error: { code: 'wrong-count' } })
    expect(joinDelta(delta, [changes, changes])).toMatchObject({ error: { code: 'wrong-order' } })
    expect(await applyToState(kept(before), delta, changes.slice(1))).toMatchObject({
      error: { code: 'wrong-state' },
    })
  })

  test('over the size of a part is split, and its parts are read one by one', async () => {
    const noise = (id: string) =>
      Array.from({ length: 14 }, (_, i) => createHash('sha512').update(`${id} ${i}`).digest('hex')).join('')
    const many = Object.fromEntries(
      Array.from({ length: 6_000 }, (_, i) => [
        `e-${i}`,
        line(`e-${i}`, `E${i}`).replace('What E', noise(`${i}`)),
      ]),
    )
    const { files, delta } = packDelta(state(7, {}), state(8, many))
    expect(delta.parts.map((part) => part.path)).toEqual(
      delta.parts.map((_, i) => `delta-7-8.p${i}.jsonl.gz`),
    )
    expect(files.length).toBeGreaterThan(1)
    expect(files.every(({ bytes }) => bytes.length <= 4 * 1024 * 1024)).toBe(true)
    expect(delta.puts).toBe(6_000)
  })
})

describe('reading a part of a delta', () => {
  const put = (id: string) => `{"put":${line(id)}}`
  const pack = (text: string, change: Partial<DeltaPart> = {}): [DeltaPart, Uint8Array<ArrayBuffer>] => {
    const bytes = new Uint8Array(gzipSync(text))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const records = text.split('\n').length - 1
    return [
      {
        path: 'delta-1-2.jsonl.gz',
        length: bytes.length,
        sha256,
        raw: Buffer.byteLength(text),
        records,
        ...change,
      },
      bytes,
    ]
  }

  test('keeps the bytes of the record as they are hashed', async () => {
    const read = await readDeltaPart(...pack(`{"del":"itu"}\n${put('un')}\n`), subtle)
    expect(read).toMatchObject({
      ok: true,
      value: [
        { kind: 'del', id: 'itu' },
        { kind: 'put', id: 'un', put: { line: line('un') } },
      ],
    })
  })

  const REFUSED: readonly [why: string, text: string, code: BundleErrorCode, change?: Partial<DeltaPart>][] =
    [
      ['a change that is neither', '{"patch":"un"}\n', 'bad-record'],
      ['two in one line', '{"del":"un","put":1}\n', 'bad-record'],
      ['an id that is none', '{"del":"../un"}\n', 'bad-record'],
      ['an id that is too long', `{"del":"${'a'.repeat(129)}"}\n`, 'bad-record'],
      ['a number for an id', '{"del":1}\n', 'bad-record'],
      ['a list', '["un"]\n', 'bad-record'],
      ['nothing', 'null\n', 'bad-record'],
      ['an empty line', '\n', 'bad-record'],
      ['a record that the gate refuses', '{"put":{"id":"un"}}\n', 'bad-record'],
      ['a put that does not end', `{"put":${line('un')}\n`, 'bad-record'],
      ['a put with something behind it', `{"put":${line('un')},"del":"un"}\n`, 'bad-record'],
      ['a line that does not end', put('un'), 'bad-record'],
      ['an id twice', `${put('un')}\n{"del":"un"}\n`, 'wrong-order'],
      ['ids that do not ascend', `{"del":"un"}\n{"del":"itu"}\n`, 'wrong-order'],
      ['fewer lines than declared', '{"del":"un"}\n', 'wrong-count', { records: 2 }],
      ['other bytes', '{"del":"un"}\n', 'wrong-hash', { sha256: '0'.repeat(64) }],
      ['another length', '{"del":"un"}\n', 'wrong-length', { length: 1 }],
      ['more than it declares once decompressed', '{"del":"un"}\n', 'too-large', { raw: 3 }],
      ['less than it declares', '{"del":"un"}\n', 'wrong-length', { raw: 30 }],
    ]
  test.each(REFUSED)('refuses %s', async (_why, text, code, change) => {
    expect(await readDeltaPart(...pack(text, change), subtle)).toMatchObject({ ok: false, error: { code } })
  })

  test('the declared numbers of a delta are those of its parts', () => {
    const delta: BundleDelta = { from: 1, fromState: '', to: 2, toState: '', puts: 1, dels: 0, parts: [] }
    expect(joinDelta(delta, [])).toMatchObject({ error: { code: 'wrong-count' } })
  })
})
