import { readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { counted } from '../counted.ts'
import { progressTo } from './progress.ts'
import { publishFolder } from './publish/publish-folder.ts'

/** `bundle publish OUT TO [--prune]`: what is signed into the folder of a static host. */
export const publishCommand: Command = async (argv, terminal) => {
  const { positional, flags } = readArguments(argv, [], ['prune'])
  const [from, to, ...more] = positional
  if (from === undefined || to === undefined)
    throw new UsageError('Two folders are needed: of the bundle, and of the host')
  if (more.length > 0) throw new UsageError(`Unexpected "${more.join(' ')}"`)
  const published = await publishFolder(from, to, {
    at: Date.now(),
    prune: flags.has('prune'),
    onPart: progressTo(terminal, 'verified part'),
    onFile: progressTo(terminal, 'file'),
  })
  if (!published.ok) {
    terminal.err(`${published.error}.`)
    return EXIT.refused
  }
  const { generation, copied, present, pruned } = published.value
  const gone = pruned === 0 ? '' : `, ${pruned} deleted`
  terminal.out(
    `${to}: generation ${generation}: ${counted(copied, 'file')} copied, ${present} there already${gone}.`,
  )
  return EXIT.ok
}
