import { type Command, EXIT, type Terminal, UsageError } from './command.ts'
import { unknownCommand } from './nearest.ts'

const HELP = `Usage: backgrounder <command> [...]

Commands:
  annotate          recognise what texts name: JSON lines in, JSON lines out
  bundle            make, check, sign, verify and serve fact bundles
  tuf-client        the reader's TUF client on files: init, refresh, download

"backgrounder <command> --help" tells more.
Exit codes: 0 done, 1 refused or not sound, 2 wrong command line.`

/** Every command is loaded when it is asked for: `annotate` does not wait for what only `bundle` needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  annotate: async () => {
    const { annotateCommand } = await import('./annotate/annotate-command.ts')
    return (argv) => annotateCommand(argv)
  },
  bundle: async () => (await import('./bundle/bundle-command.ts')).bundleCommand,
  'tuf-client': async () => (await import('./tuf-client/tuf-client-command.ts')).tufClientCommand,
}

/** Runs one command line (without the program's name) and gives the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--help' || name === '-h' || name === 'help') return tell(terminal, HELP)
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (name === undefined) return refuse(terminal, 'No command was given')
  if (!load) return refuse(terminal, unknownCommand(name, Object.keys(COMMANDS)))
  try {
    const command = await load()
    return await command(rest, terminal)
  } catch (error) {
    if (error instanceof UsageError) return refuse(terminal, error.message, name)
    if (!isSystemError(error)) throw error
    terminal.err(`A file cannot be read or written: ${error.message}.`)
    return EXIT.refused
  }
}

/** What the system says no to (no right, no room, no such folder): nothing that the trace of a fault would tell more of. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error

function tell(terminal: Terminal, text: string): number {
  terminal.out(text)
  return EXIT.ok
}

/** `command`: whose help tells more; absent where there is no such command. */
function refuse(terminal: Terminal, message: string, command?: string): number {
  const help =
    command === undefined
      ? '"backgrounder --help" lists the commands'
      : `"backgrounder ${command} --help" tells more`
  terminal.err(`${message}${/[.?]$/.test(message) ? '' : '.'} ${help}.`)
  return EXIT.usage
}
