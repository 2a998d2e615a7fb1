import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow } from './files.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as ICruiseOptions & {
  readonly forbidden: readonly unknown[]
  readonly options: ICruiseOptions
}

async function cruiseFolders(folders: string[], baseDir: string): Promise<ICruiseResult> {
  const { forbidden, options } = config
  const ruleSet = { forbidden } as NonNullable<ICruiseOptions['ruleSet']>
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet })
  if (typeof output === 'string') throw new Error(output)
  return output
}

const complaints = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)

describe('the layers of docs/architecture.md', () => {
  let result: ICruiseResult
  beforeAll(async () => {
    result = await cruiseFolders(['src', 'entrypoints'], ROOT)
  })

  test('were all seen: a check that sees no modules finds no fault', () => {
    const code = ['src', 'entrypoints'].flatMap((folder) =>
      filesBelow(join(ROOT, folder)).map((file) => `${folder}/${file}`),
    )
    const expected = code.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    expect(expected.length).toBeGreaterThan(100)
    expect(result.modules.map(({ source }) => source)).toEqual(expect.arrayContaining(expected))
  })

  test('import only what the table allows, without cycles', () => {
    expect(complaints(result)).toEqual([])
  })
})

describe('a building with its arrows turned round', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const FILES: Record<string, string> = {
    'src/text/upwards.ts': "import '../ui/top.ts'",
    'src/text/disk.ts': "import 'node:fs'",
    'src/text/packaged.ts': "import 'somewhere'",
    'src/sync/rows.ts': "import { rows } from '../storage/rows.ts'\nexport const all = rows",
    'src/storage/rows.ts': 'export const rows = []',
    'src/cellar/hidden.ts': "import '../text/disk.ts'",
    'src/model/one.ts': "import './two.ts'",
    'src/model/two.ts': "import './one.ts'",
    'src/ui/top.ts': 'export {}',
    'node_modules/somewhere/package.json': '{ "name": "somewhere", "main": "index.js" }',
    'node_modules/somewhere/index.js': '',
    'tsconfig.json': '{}',
    'package.json': '{ "dependencies": { "somewhere": "1" } }',
  }

  test('is complained of, each fault by its rule', async () => {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const found = complaints(await cruiseFolders(['src'], folder))
    expect(found).toEqual(
      expect.arrayContaining([
        'text-imports-only-its-layers: src/text/upwards.ts -> src/ui/top.ts',
        'text-runs-without-node: src/text/disk.ts -> fs',
        'text-imports-only-its-packages: src/text/packaged.ts -> node_modules/somewhere/index.js',
        'sync-imports-only-types-there: src/sync/rows.ts -> src/storage/rows.ts',
        'every-folder-of-src-is-a-layer: src/cellar/hidden.ts -> src/text/disk.ts',
        'no-cycles: src/model/one.ts -> src/model/two.ts',
      ]),
    )
  })
})
