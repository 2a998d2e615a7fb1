import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

const HELP = { help: { type: 'boolean', short: 'h' } } as const

/**
 * The options of a program of the repository. `--help` prints what it does and ends it; a word that it does not know is
 * told in a sentence, with exit code 2.
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(usage: string, options: Options) {
  try {
    const { values } = parseArgs({ options: { ...options, ...HELP } })
    if (!('help' in values && values.help)) return values
    console.log(usage)
    return process.exit(0)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return process.exit(2)
  }
}
