import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { rootFile } from '../../bundle/tuf/files.ts'
import { EXIT, type Terminal } from '../command.ts'
import { complain } from './check-command.ts'
import { openSources } from './open-sources.ts'
import { buildGeneration } from './publish/build-generation.ts'
import { complaining } from './record-file.ts'
import { signAndTell } from './sign-and-tell.ts'

/** Whether a folder was begun with `bundle init`. */
export const isRepository = (folder: string): Promise<boolean> =>
  access(join(folder, rootFile(1))).then(
    () => true,
    () => false,
  )

/** What to build, and where to. */
export interface BuildRequest {
  readonly folder: string
  readonly out: string
  readonly generation: number | undefined
  readonly keys?: string
  readonly at: number
}

/** Compiles sources into the next generation of a repository and, with keys, signs it. */
export async function buildRepository(request: BuildRequest, terminal: Terminal): Promise<number> {
  const { folder, out, generation, keys, at } = request
  const opened = await openSources(folder)
  if (!opened.ok) return complain(folder, opened.error, terminal)
  const { header, records } = opened.value
  const next = { ...header, generation: generation ?? header.generation }
  const onRecords = (done: number) => terminal.err(`${done} records packed.`)
  const built = await complaining(() => buildGeneration(out, { header: next, records }, onRecords))
  if (!built.ok) return complain(folder, [built.error], terminal)
  if (!built.value.ok) {
    terminal.err(`${built.value.error}.`)
    return EXIT.refused
  }
  const { id, generation: number, full, deltas } = built.value.value
  terminal.out(`${out}: ${id}, generation ${number}: ${full.length} parts, ${deltas.length} deltas.`)
  if (keys !== undefined) return signAndTell({ out, keys, at }, terminal)
  terminal.err('Not signed yet: readers see nothing of it before "bundle sign".')
  return EXIT.ok
}
