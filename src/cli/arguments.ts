import { parseArgs } from 'node:util'
import { UsageError } from './command.ts'

/** The words of a command line, taken apart. */
export interface Arguments<Option extends string> {
  readonly positional: readonly string[]
  readonly options: Readonly<Partial<Record<Option, string>>>
  /** The flags that were given. */
  readonly flags: ReadonlySet<string>
}

/** Takes a command line apart. Every option has a value and no flag does; an unknown one is a `UsageError`. */
export function readArguments<const Option extends string = never>(
  argv: readonly string[],
  known: readonly Option[] = [],
  flags: readonly string[] = [],
): Arguments<Option> {
  const options = Object.fromEntries<{ type: 'string' | 'boolean' }>([
    ...known.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ])
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    const given = new Set(flags.filter((name) => values[name] === true))
    return { positional: positionals, options: values as Arguments<Option>['options'], flags: given }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The only positional word of a command. */
export function onlyWord(positional: readonly string[], what: string): string {
  const [word, ...more] = positional
  if (word === undefined) throw new UsageError(`${what} is missing`)
  if (more.length > 0) throw new UsageError(`Unexpected "${more.join(' ')}"`)
  return word
}

/** A whole number of an option within bounds; undefined where the option is not given. */
export function numberOption(
  text: string | undefined,
  name: string,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}`)
}
