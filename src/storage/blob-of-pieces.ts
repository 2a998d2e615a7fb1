/** Bytes that a blob is made of at a time: the browser takes them over, and the pieces may go. */
const BLOB_BYTES = 4 * 1024 * 1024

/**
 * Pieces of an index as a blob, which is not copied again when it is stored. `pause` lets others run: at every empty piece,
 * and whenever some megabytes have been taken.
 */
export async function blobOfPieces(
  pieces: Iterable<Uint8Array<ArrayBuffer>>,
  pause: () => Promise<void>,
): Promise<Blob> {
  const blobs: Blob[] = []
  let [held, bytes]: [Uint8Array<ArrayBuffer>[], number] = [[], 0]
  const take = () => {
    blobs.push(new Blob(held))
    ;[held, bytes] = [[], 0]
  }
  for (const piece of pieces) {
    if (piece.length === 0) await pause()
    held.push(piece)
    bytes += piece.length
    if (bytes < BLOB_BYTES) continue
    take()
    await pause()
  }
  take()
  return new Blob(blobs)
}

/** A buffer in such pieces: a blob of them is made without another copy of the whole. */
export function* piecesOf(buffer: ArrayBuffer): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < buffer.byteLength; at += BLOB_BYTES)
    yield new Uint8Array(buffer, at, Math.min(BLOB_BYTES, buffer.byteLength - at))
}
