import type { WantedIndexes } from './index-request.ts'

/** What stands behind the generations in the key of the index of the search, which lies beside that of names. */
export const SEARCH_KIND = '#search'

/** The key of an index of names: with names of the reader's own it is of no use without them, nor the reverse. */
export const namesKey = (
  generations: string,
  { ownKey }: Pick<NonNullable<WantedIndexes['names']>, 'ownKey'>,
): string => (ownKey === '' ? generations : `${generations}+${ownKey}`)
