import type { IndexedName, NameIndex } from '../matching/types.ts'

/** An index that takes each name out of its bytes once; for one page, which repeats a few names many times. */
export function rememberingIndex(index: NameIndex): NameIndex {
  const names = new Map<number, IndexedName>()
  return {
    size: index.size,
    scan: (text) => index.scan(text),
    scanAll: (text) => index.scanAll(text),
    scanSlices: (text, units) => index.scanSlices(text, units),
    name(number) {
      const name = names.get(number) ?? index.name(number)
      names.set(number, name)
      return name
    },
  }
}
