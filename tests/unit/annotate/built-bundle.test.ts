import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { annotateText } from '../../../src/cli/annotate/annotate-text.ts'
import { loadKnowledge } from '../../../src/cli/annotate/load-knowledge.ts'
import { succeed } from '../cli/published-repository.ts'

const SOURCES = 'assets/bundles/international-affairs'
const REQUEST = {
  id: 'report',
  lang: 'en',
  date: '2020-02-27',
  text: 'SCO Secretary-General Vladimir Norov met Houlin Zhao of the ITU. Norov thanked the UN.',
}

/** Compiles the packaged bundle twice; other work may slow the machine. */
const PATIENCE = 60_000

test(
  'a bundle that was built annotates as its sources do',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'built-'))
    try {
      const [out, keys] = [join(folder, 'out'), join(folder, 'keys')]
      await succeed('init', out, '--keys', keys)
      await succeed('build', SOURCES, '--out', out, '--keys', keys)
      const [fromBuilt, fromSources] = [await loadKnowledge(out), await loadKnowledge(undefined)]
      if (!fromBuilt.ok || !fromSources.ok) throw new Error('a bundle does not load')
      const annotation = await annotateText(REQUEST, fromBuilt.value)
      expect(annotation.mentions.length).toBeGreaterThan(5)
      expect(annotation).toEqual(await annotateText(REQUEST, fromSources.value))
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
  PATIENCE,
)
