import { expect, test } from 'vitest'
import { annotateText } from '../../../src/cli/annotate/annotate-text.ts'
import { loadKnowledge } from '../../../src/cli/annotate/load-knowledge.ts'
import { packagedRecords } from './packaged-bundle.ts'

test('the places of the bundle are not marked: every dateline names one', async () => {
  const records = [...(await packagedRecords()).values()]
  const names = records.filter(({ kind }) => kind === 'place').flatMap((record) => record.names)
  expect(names.length).toBeGreaterThan(400)
  const knowledge = await loadKnowledge(undefined)
  if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
  const text = [...names.map((name) => `${name.text}, 3 March.`), 'The United Nations met.'].join('\n\n')
  const { mentions } = await annotateText({ id: 'datelines', text }, knowledge.value)
  expect(mentions.map(({ entity }) => entity)).toEqual(['un'])
})
