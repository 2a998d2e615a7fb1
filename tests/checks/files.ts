import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Every file below a folder, as paths relative to it with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => relative(folder, file).split(sep).join('/')).sort()
}

/** The bytes of a file as text that can be compared and searched: one character per byte. */
export const bytesOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'latin1')
