import { join } from 'node:path'
import { build } from 'rolldown'

/** The script of inside.ts and all that it imports, as one text that can be run in a page's isolated world. */
export async function bundleInside(): Promise<string> {
  const { output } = await build({
    input: join(import.meta.dirname, 'inside.ts'),
    output: { format: 'iife' },
    write: false,
  })
  return output[0].code
}
