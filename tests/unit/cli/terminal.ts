import { run } from '../../../src/cli/run.ts'

/** Runs a command line and gives what it wrote. */
export async function runCli(
  ...argv: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await run(argv, { out: (line) => void out.push(line), err: (line) => void err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
