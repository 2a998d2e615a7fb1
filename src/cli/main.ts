import { EXIT } from './command.ts'
import { run } from './run.ts'

const terminal = {
  out: (line: string) => void process.stdout.write(`${line}\n`),
  err: (line: string) => void process.stderr.write(`${line}\n`),
}

/** Where nobody reads on, as after `| head`, the work is finished in silence. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

try {
  process.exitCode = await run(process.argv.slice(2), terminal)
} catch (error) {
  terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = EXIT.refused
}
