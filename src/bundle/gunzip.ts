import { fail, ok, type Result } from '../model/result.ts'

/** Why bytes did not decompress to what was declared. */
export type GunzipError = 'bad-gzip' | 'too-large' | 'wrong-length'

/**
 * Bytes given to the browser at a time. It decompresses all that it was given before it is heard of again: of a bomb, which
 * grows a thousandfold, 16 MiB, and of records, which grow some sixfold, 100 kB.
 */
const GIVEN_BYTES = 16 * 1024

/**
 * Decompresses to exactly `length` bytes, piece by piece: what is still packed takes no room. Stops as soon as there are
 * more, so that a bomb costs nothing; whatever is wrong with the whole is known after the last piece alone.
 */
export async function* gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
): AsyncGenerator<Result<Uint8Array, GunzipError>> {
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader()
  let filled = 0
  try {
    for (let next = await nextOf(reader); !next?.done; next = await nextOf(reader)) {
      if (!next) return yield fail('bad-gzip')
      filled += next.value.length
      if (filled > length) return yield fail('too-large')
      yield ok(next.value)
    }
    if (filled !== length) yield fail('wrong-length')
  } finally {
    // Also where whoever reads has read enough.
    await reader.cancel().catch(() => undefined)
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** The next piece; undefined where there is none because the bytes are no gzip. */
const nextOf = (reader: Reader): Promise<Awaited<ReturnType<Reader['read']>> | undefined> =>
  reader.read().catch(() => undefined)

/** Not by way of a blob: that is a trip to another process for each piece. */
function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let given = 0
  return new ReadableStream({
    pull: (controller) => {
      if (given >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(given, given + GIVEN_BYTES))
      given += GIVEN_BYTES
    },
  })
}
