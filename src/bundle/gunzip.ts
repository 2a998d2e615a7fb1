import { fail, ok, type Result } from '../model/result.ts'

/** Why bytes did not decompress to what was declared. */
export type GunzipError = 'bad-gzip' | 'too-large' | 'wrong-length'

/** Decompresses to exactly `length` bytes; stops as soon as there are more, so that a bomb costs nothing. */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Result<Uint8Array<ArrayBuffer>, GunzipError>> {
  const output = new Uint8Array(length)
  const reader = streamOf(bytes).pipeThrough(new DecompressionStream('gzip')).getReader()
  let filled = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (filled + next.value.length > length) return await giveUp(reader)
      output.set(next.value, filled)
      filled += next.value.length
    }
  } catch {
    return fail('bad-gzip')
  }
  return filled === length ? ok(output) : fail('wrong-length')
}

/** Not by way of a blob: that is a trip to another process for each piece. */
const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes)
      controller.close()
    },
  })

async function giveUp(reader: ReadableStreamDefaultReader): Promise<Result<never, GunzipError>> {
  await reader.cancel()
  return fail('too-large')
}
