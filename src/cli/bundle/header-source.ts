import { MAX_TITLE_LENGTH } from '../../bundle/limits.ts'
import type { BundleId } from '../../model/ids.ts'
import { fielded, listOf, oneOf, optional, type Read, required } from './source-reader.ts'
import { address, counting, id, instant, language, words } from './values.ts'

/** The format of a bundle's sources that this version reads. */
const SOURCE_FORMAT = 'bg-source/1'

/** What a bundle says of itself. `created` is an ISO 8601 instant (UTC): given, not taken from a clock. */
export interface BundleHeader {
  readonly id: BundleId
  readonly title: string
  readonly publisher: string
  readonly homepage: string
  readonly license: string
  readonly langs: readonly string[]
  readonly generation: number
  readonly created: string
}

const fields = fielded('The bundle', {
  format: required(oneOf([SOURCE_FORMAT], 'source format'), `Add "format: ${SOURCE_FORMAT}"`),
  id: required(id, 'Add a name for the bundle, for example "id: international-affairs"'),
  title: required(words(MAX_TITLE_LENGTH), 'Add a title of one line'),
  publisher: required(words(MAX_TITLE_LENGTH), 'Say who publishes it'),
  homepage: required(address, 'Add the address where readers learn about it'),
  license: required(
    words(MAX_TITLE_LENGTH),
    'Add an SPDX licence expression, for example "license: CC-BY-4.0"',
  ),
  langs: required(listOf(language, 100), 'List the languages of its names, for example "langs: [en, ru]"'),
  generation: required(counting, 'Add "generation: 1" and raise it by one with each published change'),
  created: required(instant, 'Add the time of this generation, for example "created: 2026-11-23T00:00:00Z"'),
  // Read as lists of the folder (source-folder.ts).
  sources: optional(() => true),
  entities: optional(() => true),
})

/** Reads `bundle.yaml`. */
export const readHeader: Read<BundleHeader> = (node) => {
  const read = fields(node)
  if (!read) return undefined
  const { format: _format, sources: _sources, entities: _entities, id: bundle, ...rest } = read
  return { id: bundle as BundleId, ...rest }
}
