import { type Command, EXIT, UsageError } from '../command.ts'
import { buildCommand } from './build-command.ts'
import { checkCommand } from './check-command.ts'
import { keygenCommand } from './keygen-command.ts'
import { serveCommand } from './serve-command.ts'
import { statsCommand } from './stats-command.ts'
import { verifyCommand } from './verify-command.ts'

const HELP = `Usage: backgrounder bundle <command> [...]

  check DIR                        check a folder of YAML sources; every complaint with file:line:column
  stats DIR                        what the sources cover, how far they are confirmed, what needs another look
        [--as-of DAY]              instead of the day in bundle.yaml
        [--list all]               lists in full
        [--sample N [--seed S]]    instead: N facts drawn by seed, with their sources, to be checked by hand
        [--confidence C]           of those: confirmed (as if not given), unconfirmed or disputed
  keygen FILE                      make a signing key; FILE must not exist, only its owner can read it
  build DIR --out OUT              compile, pack and write a bundle into a folder for any static host
        [--generation N]           instead of the generation in bundle.yaml
        [--key FILE]               sign it; without a key only the extension's own package may carry it
  verify OUT [--fingerprint F]     verify a built bundle; with F, that this key signed it
  serve OUT [--port N]             serve a built bundle on this machine only and print its link

A passphrase for the key is taken from the variable BACKGROUNDER_PASSPHRASE.
Exit codes: 0 done, 1 refused or not sound, 2 wrong command line.`

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  stats: statsCommand,
  keygen: keygenCommand,
  build: buildCommand,
  verify: verifyCommand,
  serve: serveCommand,
}

/** `backgrounder bundle ...` */
export const bundleCommand: Command = async ([name, ...argv], terminal) => {
  if (name === undefined || name === '--help' || argv.includes('--help')) {
    terminal.out(HELP)
    return name === undefined ? EXIT.usage : EXIT.ok
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`Unknown command "bundle ${name}"`)
  return command(argv, terminal)
}
