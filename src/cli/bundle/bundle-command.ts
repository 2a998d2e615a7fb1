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

const HELP = `Usage: backgrounder bundle <command> [...]

  check DIR                        check a folder of YAML sources; every complaint with file:line:column
  stats DIR                        what the sources cover, how far they are confirmed, what needs another look
        [--as-of DAY]              instead of the day in bundle.yaml
        [--list all]               lists in full
        [--sample N [--seed S]]    instead: N facts drawn by seed, with their sources, to be checked by hand
        [--confidence C]           of those: confirmed (as if not given), unconfirmed or disputed
  init OUT --keys KEYS             begin a bundle: its keys in the folder KEYS, its first root in OUT
        [--root-keys N --threshold M]  M of N keys sign the root (1 of 1)
  build DIR --out OUT              compile and pack the next generation into OUT, with deltas; then sign it
        [--generation N]           instead of the generation in bundle.yaml
        [--keys KEYS]              sign it at once
  sign OUT --keys KEYS             sign what was built last, and anew whatever ends soon
  rotate-key OUT --role ROLE --keys KEYS  give root, targets, snapshot or timestamp a new key
        [--remove KEYID]           in the place of this one (the first)
  supersede OUT --by LINK --keys KEYS  name the bundle that goes on where this one ends; "none" takes that back
  publish OUT TO                   copy what is signed into the folder of a static host, in a safe order
        [--prune]                  and delete what was named last 60 days ago
  verify OUT [--fingerprint F]     read a signed bundle as a reader would; with F, that it is this one
  serve OUT [--port N]             serve a signed bundle on this machine only and print its link
  doctor URL                       ask a host what readers will ask, and say what would keep them out

  --at INSTANT with init, build, sign, rotate-key and supersede stands for the clock: the same input gives the same bytes.
A passphrase for the keys is taken from the variable BACKGROUNDER_PASSPHRASE.
Exit codes: 0 done, 1 refused or not sound, 2 wrong command line.`

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  stats: statsCommand,
  init: initCommand,
  build: buildCommand,
  sign: signCommand,
  'rotate-key': rotateKeyCommand,
  supersede: supersedeCommand,
  publish: publishCommand,
  verify: verifyCommand,
  serve: serveCommand,
  doctor: doctorCommand,
}

/** `backgrounder bundle ...` */
export const bundleCommand: Command = async ([name, ...argv], terminal) => {
  if (name === undefined) throw new UsageError('Which command of "bundle"?')
  if ([name, ...argv].some((word) => word === '--help' || word === '-h') || name === 'help') {
    terminal.out(HELP)
    return EXIT.ok
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(unknownCommand(name, Object.keys(COMMANDS), 'bundle '))
  return command(argv, terminal)
}
