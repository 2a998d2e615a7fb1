import { fail, ok, type Result } from '../../model/result.ts'
import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts'
import { buildRepository, isRepository } from './build-repository.ts'
import { complain } from './check-command.ts'
import { compileSources } from './compile-sources.ts'
import { readKeyFile } from './key-file.ts'
import { type PackedBundle, packBundle } from './pack-bundle.ts'
import { passphrase } from './passphrase.ts'
import { timeOption } from './publish/instants.ts'
import type { SigningKey } from './signing-key.ts'
import { verifyPacked } from './verify-packed.ts'
import { writeBundle } from './write-bundle.ts'

/** `bundle build DIR --out OUT [--generation N] [--keys KEYS]`: sources to the next generation of a repository. */
export const buildCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['out', 'generation', 'key', 'keys', 'at'])
  const folder = onlyWord(positional, 'The folder of the sources')
  if (options.out === undefined) throw new UsageError('--out OUT is missing')
  const generation = numberOption(options.generation, 'generation', 1, Number.MAX_SAFE_INTEGER)
  if (await isRepository(options.out)) {
    const { out, keys } = options
    const at = timeOption(options.at)
    return buildRepository({ folder, out, generation, at, ...(keys !== undefined && { keys }) }, terminal)
  }
  const key = await signingKey(options.key)
  if (!key.ok) return refuse(key.error, terminal)
  const compiled = await compileSources(folder)
  if (!compiled.ok) return complain(folder, compiled.error, terminal)
  const { header, records } = compiled.value
  const packed = await packBundle(
    { header: { ...header, generation: generation ?? header.generation }, records },
    key.value,
  )
  return publish(options.out, packed, key.value, terminal)
}

/** Verified before it is written: what a reader would refuse never stands in the folder. */
async function publish(
  out: string,
  packed: PackedBundle,
  key: SigningKey | undefined,
  terminal: Terminal,
): Promise<number> {
  const verified = await verifyPacked(packed, key ? { kind: 'key', keyId: key.keyId } : { kind: 'package' })
  if (!verified.ok) return refuse(`${verified.error.where}: ${verified.error.detail}`, terminal)
  const written = await writeBundle(out, packed)
  if (!written.ok) return refuse(written.error, terminal)
  const { id, generation, full } = packed.manifest
  const size = `${full.length} part${full.length === 1 ? '' : 's'}`
  terminal.out(`${out}: ${id}, generation ${generation}, ${size}, verified, ${key ? 'signed' : 'unsigned'}.`)
  return EXIT.ok
}

async function signingKey(path: string | undefined): Promise<Result<SigningKey | undefined, string>> {
  if (path === undefined) return ok(undefined)
  const key = await readKeyFile(path, passphrase())
  return key.ok ? ok(key.value) : fail(key.error)
}

function refuse(message: string, terminal: Terminal): number {
  terminal.err(`${message}.`)
  return EXIT.refused
}
