/** Bytes that a blob is made of at a time: the browser takes them over, and the room is used again. */
const BLOB_BYTES = 4 * 1024 * 1024

/**
 * Pieces of an index as a blob, which is not copied again when it is stored. A piece need not last longer than until the
 * next is asked for. `pause` lets others run: at every empty piece, and whenever some megabytes have been taken.
 */
export async function blobOfPieces(
  pieces: Iterable<Uint8Array<ArrayBuffer>>,
  pause: () => Promise<void>,
): Promise<Blob> {
  const blobs: Blob[] = []
  const room = new Uint8Array(BLOB_BYTES)
  let held = 0
  for (const piece of pieces) {
    if (piece.length === 0) await pause()
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + BLOB_BYTES - held)
      room.set(part, held)
      held += part.length
      at += part.length
      if (held < BLOB_BYTES) continue
      blobs.push(new Blob([room]))
      held = 0
      await pause()
    }
  }
  return new Blob([...blobs, room.subarray(0, held)])
}

/** A buffer in such pieces: a blob of them is made without another copy of the whole. */
export function* piecesOf(buffer: ArrayBuffer): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < buffer.byteLength; at += BLOB_BYTES)
    yield new Uint8Array(buffer, at, Math.min(BLOB_BYTES, buffer.byteLength - at))
}
