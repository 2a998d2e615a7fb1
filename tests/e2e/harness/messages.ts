import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const CATALOGUE = join(import.meta.dirname, '..', '..', '..', 'assets', 'locales', 'en.yml')

/** What the extension says under a key of the catalogue, for example `storage.title`; for messages without values. */
export function message(key: string): string {
  let found: unknown = parse(readFileSync(CATALOGUE, 'utf8'))
  for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part]
  if (typeof found !== 'string') throw new Error(`The catalogue has no message "${key}".`)
  return found
}
