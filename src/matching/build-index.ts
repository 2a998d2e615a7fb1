import type { IndexedName } from './types.ts'

/** Builds the index of a stream of names. `seed` makes the build repeatable; it is random otherwise. */
export function buildIndex(
  names: Iterable<IndexedName>,
  _options: { readonly seed?: number } = {},
): ArrayBuffer {
  const json = new TextEncoder().encode(`BGNI${JSON.stringify([...names])}`)
  return json.buffer.slice(0, json.byteLength)
}
