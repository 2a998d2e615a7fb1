import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
const files = [...filesIn('src/ui'), ...filesIn('entrypoints')]

/** Attributes whose text a reader sees or hears. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
])
const WORDS = /\p{L}{2}/u

/** Texts for people that stand in the code instead of in the catalogue. */
function hardCodedTexts(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORDS.test(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      const value = node.initializer
      if (value && ts.isStringLiteral(value) && WORDS.test(value.text)) found.push(value.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

describe('the code of the interface', () => {
  test('was found', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test('has no text for people: they come from the catalogue', () => {
    const found = files.flatMap((file) =>
      hardCodedTexts(file, readFileSync(join(ROOT, file), 'utf8')).map((text) => `${file}: ${text}`),
    )
    expect(found).toEqual([])
  })

  test('is searched by a check that would find one', () => {
    expect(hardCodedTexts('a.tsx', '<p>Open <b>it</b></p>')).toEqual(['Open', 'it'])
    expect(hardCodedTexts('a.tsx', '<a title="Source" href="https://example.org">{t("x")} · </a>')).toEqual([
      'Source',
    ])
  })

  test('uses every message of the catalogue: one that nobody shows would be translated for nothing', () => {
    const code = [...files, ...filesIn('src/background'), 'wxt.config.ts']
      .filter((file) => !file.endsWith('i18n/messages.ts'))
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n')
    // Keys that are put together: t(`kind.${kind}`).
    const beginnings = [...code.matchAll(/`([a-z_]+\.[a-z_.]*)\$\{/g)].map(([, beginning = '']) => beginning)
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) ||
      code.includes(`"${key}"`) ||
      code.includes(`'${key.replaceAll('.', '_')}'`) ||
      code.includes(`__MSG_${key.replaceAll('.', '_')}__`) ||
      beginnings.some((beginning) => key.startsWith(beginning))
    const catalogue = readFileSync(join(ROOT, 'src/ui/i18n/messages.ts'), 'utf8')
    const keys = [...catalogue.matchAll(/^ {2}'([^']+)':/gm)].map(([, key = '']) => key)
    expect(keys.length).toBeGreaterThan(300)
    expect(keys.filter((key) => !isUsed(key))).toEqual([])
    expect(isUsed('no.such_message')).toBe(false)
  })

  test('writes no markup as text', () => {
    const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySet/
    expect(files.filter((file) => sinks.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
  })
})
