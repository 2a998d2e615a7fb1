import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { complain } from './check-command.ts'
import { compileSources } from './compile-sources.ts'
import { buildGeneration } from './publish/build-generation.ts'
import { timeOption } from './publish/instants.ts'
import { signAndTell } from './sign-and-tell.ts'

/** `bundle build DIR --out OUT [--generation N] [--keys KEYS] [--at INSTANT]`: sources to the next generation. */
export const buildCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['out', 'generation', 'keys', 'at'])
  const folder = onlyWord(positional, 'The folder of the sources')
  const { out, keys } = options
  if (out === undefined) throw new UsageError('--out OUT is missing')
  const generation = numberOption(options.generation, 'generation', 1, Number.MAX_SAFE_INTEGER)
  const at = timeOption(options.at)
  const compiled = await compileSources(folder)
  if (!compiled.ok) return complain(folder, compiled.error, terminal)
  const { header, records } = compiled.value
  const built = await buildGeneration(out, {
    header: { ...header, generation: generation ?? header.generation },
    records,
  })
  if (!built.ok) {
    terminal.err(`${built.error}.`)
    return EXIT.refused
  }
  const { id, generation: number, full, deltas } = built.value.manifest
  terminal.out(`${out}: ${id}, generation ${number}: ${full.length} parts, ${deltas.length} deltas.`)
  if (keys !== undefined) return signAndTell({ out, keys, at }, terminal)
  terminal.err('Not signed yet: readers see nothing of it before "bundle sign".')
  return EXIT.ok
}
