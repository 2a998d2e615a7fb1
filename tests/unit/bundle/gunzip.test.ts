import { gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { gunzip as pieces } from '../../../src/bundle/gunzip.ts'

const text = new TextEncoder().encode('The Secretary-General met the Secretary-General.\n'.repeat(50))
const packed = new Uint8Array(gzipSync(text))
const bomb = new Uint8Array(gzipSync(new Uint8Array(200 * 1024 * 1024)))

const flipped = (at: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(packed)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

/** All pieces as one, or the first refusal. */
async function gunzip(bytes: Uint8Array<ArrayBuffer>, length: number) {
  const whole: number[] = []
  for await (const piece of pieces(bytes, length)) {
    if (!piece.ok) return piece
    whole.push(...piece.value)
  }
  return { ok: true, value: new Uint8Array(whole) }
}

describe('counted decompression', () => {
  test('gives exactly what was declared', async () => {
    expect(await gunzip(packed, text.length)).toEqual({ ok: true, value: text })
  })

  test.each([
    ['more bytes than declared', packed, text.length - 1, 'too-large'],
    ['fewer bytes than declared', packed, text.length + 1, 'wrong-length'],
    ['200 MiB from 200 KiB', bomb, 100_000, 'too-large'],
    ['an end that is cut off', packed.slice(0, -4), text.length, 'bad-gzip'],
    ['bytes behind the end', new Uint8Array([...packed, 0]), text.length, 'bad-gzip'],
    ['a checksum that does not fit', flipped(packed.length - 8), text.length, 'bad-gzip'],
    ['another format', new TextEncoder().encode('PK\u0003\u0004'), 4, 'bad-gzip'],
    ['no bytes at all', new Uint8Array(), 0, 'bad-gzip'],
  ])('refuses %s', async (_what, bytes, length, error) => {
    expect(await gunzip(bytes, length)).toEqual({ ok: false, error })
  })

  test('decompresses no more of 200 MiB than a piece beyond what was declared', async () => {
    let decompressed = 0
    const Native = DecompressionStream
    vi.stubGlobal(
      'DecompressionStream',
      class {
        readonly #native = new Native('gzip')
        readonly writable = this.#native.writable
        readonly readable = this.#native.readable.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform: (piece, controller) => {
              decompressed += piece.length
              controller.enqueue(piece)
            },
          }),
        )
      },
    )
    const given = await gunzip(bomb, 100_000)
    vi.unstubAllGlobals()
    expect(given).toEqual({ ok: false, error: 'too-large' })
    expect(decompressed).toBeLessThan(2 * 1024 * 1024)
  })
})
