import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { counted } from '../counted.ts'
import { complain } from './check-command.ts'
import { openSources } from './open-sources.ts'
import { recordsTo } from './progress.ts'
import { buildGeneration } from './publish/build-generation.ts'
import { timeOption } from './publish/instants.ts'
import { complaining } from './record-file.ts'
import { signAndTell } from './sign-and-tell.ts'

/** `bundle build DIR --out OUT [--generation N] [--keys KEYS] [--at INSTANT]`: sources to the next generation. */
export const buildCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['out', 'generation', 'keys', 'at'])
  const folder = onlyWord(positional, 'The folder of the sources')
  const { out, keys } = options
  if (out === undefined) throw new UsageError('--out OUT is missing')
  const generation = numberOption(options.generation, 'generation', 1, Number.MAX_SAFE_INTEGER)
  const at = timeOption(options.at)
  const opened = await openSources(folder)
  if (!opened.ok) return complain(folder, opened.error, terminal)
  const { header, records } = opened.value
  const next = { ...header, generation: generation ?? header.generation }
  const onRecords = recordsTo(terminal, 'packed')
  const built = await complaining(() => buildGeneration(out, { header: next, records }, onRecords))
  if (!built.ok) return complain(folder, [built.error], terminal)
  if (!built.value.ok) {
    terminal.err(`${built.value.error}.`)
    return EXIT.refused
  }
  const { id, generation: number, full, deltas } = built.value.value
  terminal.out(
    `${out}: ${id}, generation ${number}: ${counted(full.length, 'part')}, ${counted(deltas.length, 'delta')}.`,
  )
  if (keys !== undefined) return signAndTell({ out, keys, at }, terminal)
  terminal.err('Not signed yet: readers see nothing of it before "bundle sign".')
  return EXIT.ok
}
