import { parseArgs } from 'node:util'
import type { Result } from '../../model/result.ts'
import { onlyWord } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { unknownCommand } from '../nearest.ts'
import { downloadTargets, initialise, type Refusal, refreshFolder } from './client.ts'

const HELP = `Usage: backgrounder tuf-client --metadata-dir DIR [...] <command>

  init ROOT                    trust the root metadata in the file ROOT
  refresh  --metadata-url URL  bring the metadata up to date
  download --metadata-url URL --target-base-url URL --target-dir DIR --target-name NAME [--target-name NAME]...
                               the same, then fetch and verify targets

The reader's TUF client with files for storage: for trying it on other repositories, and for the public
conformance suite. Beyond what bundles use it knows ECDSA, RSA-PSS and SHA-512.
Exit codes: 0 done, 1 refused, 2 wrong command line.`

const ONE = { type: 'string' } as const
const OPTIONS = {
  'metadata-dir': ONE,
  'metadata-url': ONE,
  'target-base-url': ONE,
  'target-dir': ONE,
  'target-name': { type: 'string', multiple: true },
} as const
type OneOption = Exclude<keyof typeof OPTIONS, 'target-name'>

/** `tuf-client ...`: an adapter with the command line that the TUF conformance suite drives. */
export const tufClientCommand: Command = async (argv, terminal) => {
  if (argv.includes('--help') || argv.includes('-h') || argv[0] === 'help') {
    terminal.out(HELP)
    return EXIT.ok
  }
  const outcome = await runWords(argv)
  if (outcome.ok) return EXIT.ok
  terminal.err(`${outcome.error.where}: ${outcome.error.code}: ${outcome.error.detail}`)
  return EXIT.refused
}

async function runWords(argv: readonly string[]): Promise<Result<unknown, Refusal>> {
  const { values, positionals } = readWords(argv)
  const [command, ...words] = positionals
  const option = (name: OneOption) => values[name] ?? missing(`--${name}`)
  const folder = option('metadata-dir')
  if (command === 'init') return initialise(folder, onlyWord(words, 'The file of the root'))
  if (words.length > 0) throw new UsageError(`Unexpected "${words.join(' ')}"`)
  const metadata = withSlash(option('metadata-url'))
  if (command === 'refresh') return refreshFolder(folder, { metadata, targets: metadata })
  if (command !== 'download')
    throw new UsageError(unknownCommand(command ?? '', ['init', 'refresh', 'download'], 'tuf-client '))
  const address = { metadata, targets: withSlash(option('target-base-url')) }
  const names = values['target-name'] ?? missing('--target-name')
  return downloadTargets(folder, address, names, option('target-dir'))
}

function readWords(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const withSlash = (address: string): string => address.replace(/\/*$/, '/')

function missing(what: string): never {
  throw new UsageError(`${what} is missing`)
}
