import { readArguments } from '../arguments.ts'
import { EXIT, UsageError } from '../command.ts'
import { annotateLines } from './annotate-lines.ts'
import { loadKnowledge } from './load-knowledge.ts'
import { readLines } from './read-lines.ts'

const HELP = `Usage: backgrounder annotate [--bundle DIR] [--explain] < requests.jsonl > annotations.jsonl

Reads one JSON object a line: {"id", "text", "title"?, "lang"?, "date"?}; "date" is the article's (EDTF).
Writes one JSON object a line: {"id", "mentions": [{"start", "end", "surface", "entity", "name", "type", "via",
"score", "candidates"?, "holder"?, "holders"?, "holderBasis"?}], "hints"?}. Offsets are UTF-16 units into "text".
In "text" a single line end is a space and a blank line ends a block; "title" is context and has no offsets.

A line that is no request gives {"line", "id"?, "error": {"code", "message"}}, also on standard error; the rest
goes on.

  --bundle DIR   a built bundle, or a folder of sources; without it the packaged bundle
  --explain      each mention carries "why": the rule, the name of the bundle, the evidence with its weights and
                 what was rejected; "unmarked" lists the names that were left alone, and why

Exit codes: 0 every line was annotated, 1 a line was no request or the bundle is not sound, 2 wrong command line.`

/** `annotate`: JSON lines in, JSON lines out. Gives the exit code. */
export async function annotateCommand(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) return await help()
  const { positional, options, flags } = readArguments(argv, ['bundle'], ['explain'])
  if (positional.length > 0) throw new UsageError(`Unexpected "${positional.join(' ')}"`)
  const knowledge = await loadKnowledge(options.bundle)
  if (!knowledge.ok) {
    for (const line of knowledge.error) process.stderr.write(`${line}\n`)
    return EXIT.refused
  }
  let code: number = EXIT.ok
  for await (const result of annotateLines(readLines(process.stdin), knowledge.value, flags.has('explain'))) {
    if ('error' in result) {
      code = EXIT.refused
      process.stderr.write(`line ${result.line}: ${result.error.code}: ${result.error.message}\n`)
    }
    if (!(await write(JSON.stringify(result)))) break
  }
  return code
}

async function help(): Promise<number> {
  await write(HELP)
  return EXIT.ok
}

/**
 * Waits where the reader is slower than we are, so that big inputs are never held in memory. False where nobody reads
 * on: then the rest need not be annotated.
 */
const write = (line: string): Promise<boolean> =>
  new Promise((resolve) => process.stdout.write(`${line}\n`, (error) => resolve(!error)))
