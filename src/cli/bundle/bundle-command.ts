import { type Command, EXIT, UsageError } from '../command.ts'
import { unknownCommand } from '../nearest.ts'
import { buildCommand } from './build-command.ts'
import { checkCommand } from './check-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { initCommand } from './init-command.ts'
import { publishCommand } from './publish-command.ts'
import { rotateKeyCommand } from './rotate-key-command.ts'
import { serveCommand } from './serve-command.ts'
import { signCommand } from './sign-command.ts'
import { statsCommand } from './stats-command.ts'
import { supersedeCommand } from './supersede-command.ts'
import { verifyCommand } from './verify-command.ts'

interface Documented {
  readonly run: Command
  /** Its lines of the help: how it is called, what it does, its options. */
  readonly help: string
}

const COMMANDS: Readonly<Record<string, Documented>> = {
  check: {
    run: checkCommand,
    help: `  check DIR                        check a folder of YAML sources; every complaint with file:line:column`,
  },
  stats: {
    run: statsCommand,
    help: `  stats DIR                        what the sources cover, how far they are confirmed, what needs another look
        [--as-of DAY]              instead of the day in bundle.yaml
        [--list all]               lists in full
        [--sample N [--seed S]]    instead: N facts drawn by seed, with their sources, to be checked by hand
        [--confidence C]           of those: confirmed (as if not given), unconfirmed or disputed`,
  },
  init: {
    run: initCommand,
    help: `  init OUT --keys KEYS             begin a bundle: its keys in the folder KEYS, its first root in OUT
        [--root-keys N --threshold M]  M of N keys sign the root (1 of 1)`,
  },
  build: {
    run: buildCommand,
    help: `  build DIR --out OUT              compile and pack the next generation into OUT, with deltas; then sign it
        [--generation N]           instead of the generation in bundle.yaml
        [--keys KEYS]              sign it at once`,
  },
  sign: {
    run: signCommand,
    help: `  sign OUT --keys KEYS             sign what was built last, or renew the timestamp; and whatever ends within 30 days
                                   and has its keys in KEYS`,
  },
  'rotate-key': {
    run: rotateKeyCommand,
    help: `  rotate-key OUT --role ROLE --keys KEYS  give root, targets, snapshot or timestamp a new key
        [--remove KEYID]           in the place of this one (the first)`,
  },
  supersede: {
    run: supersedeCommand,
    help: `  supersede OUT --by LINK --keys KEYS  name the bundle that goes on where this one ends; "none" takes that back`,
  },
  publish: {
    run: publishCommand,
    help: `  publish OUT TO                   copy what is signed into the folder of a static host, in a safe order
        [--prune]                  and delete what was named last 60 days ago`,
  },
  verify: {
    run: verifyCommand,
    help: `  verify OUT [--fingerprint F]     read a signed bundle as a reader would; with F, that it is this one`,
  },
  serve: {
    run: serveCommand,
    help: `  serve OUT [--port N]             serve a signed bundle on this machine only and print its link`,
  },
  doctor: {
    run: doctorCommand,
    help: `  doctor LINK                      ask a host what readers will ask, and say what would keep them out`,
  },
}

const NOTES = `  --at INSTANT with init, build, sign, rotate-key and supersede stands for the clock: the same input gives the same bytes.
A passphrase for the keys is taken from the variable BACKGROUNDER_PASSPHRASE.
Exit codes: 0 done, 1 refused or not sound, 2 wrong command line.`

/** What is told of one command, or of all. */
const helpOf = (commands: readonly Documented[]): string =>
  ['Usage: backgrounder bundle <command> [...]', '', ...commands.map(({ help }) => help), '', NOTES].join(
    '\n',
  )

const isHelp = (word: string): boolean => word === '--help' || word === '-h' || word === 'help'

/** `backgrounder bundle ...` */
export const bundleCommand: Command = async ([name, ...argv], terminal) => {
  if (name === undefined) throw new UsageError('Which command of "bundle"?')
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (isHelp(name)) {
    const about = argv.flatMap((word) => (Object.hasOwn(COMMANDS, word) ? (COMMANDS[word] ?? []) : []))
    terminal.out(helpOf(about.length > 0 ? about : Object.values(COMMANDS)))
    return EXIT.ok
  }
  if (!command) throw new UsageError(unknownCommand(name, Object.keys(COMMANDS), 'bundle '))
  if (argv.some((word) => word === '--help' || word === '-h')) {
    terminal.out(helpOf([command]))
    return EXIT.ok
  }
  return command.run(argv, terminal)
}
