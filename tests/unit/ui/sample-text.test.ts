import { beforeAll, describe, expect, test } from 'vitest'
import { recognise } from '../../../src/linking/recognise.ts'
import { viewsFrom } from '../../../src/linking/view-source.ts'
import { buildIndex } from '../../../src/matching/build-index.ts'
import { namesOf } from '../../../src/matching/names-of-record.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { NameIndex } from '../../../src/matching/types.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import { translator } from '../../../src/ui/i18n/translator.ts'
import { packagedRecords } from '../data/packaged-bundle.ts'
import { ref } from '../facts/record.ts'
import { browserCatalogue, LOCALES } from './locales.ts'

let records: ReadonlyMap<string, EntityRecord>
let index: NameIndex

beforeAll(async () => {
  records = await packagedRecords()
  const opened = openIndex(buildIndex([...records.values()].flatMap((each) => namesOf(each, ref(each.id)))))
  if (!opened.ok) throw new Error(opened.error)
  index = opened.value
})

describe.each(LOCALES)('the sample of the welcome page in %s', (locale) => {
  test('names the organisation and both office-holders, recognised as on any page', async () => {
    const t = translator(browserCatalogue(locale))
    const views = viewsFrom(async (refs) =>
      refs.flatMap((each) => {
        const record = records.get(each.entity)
        return record ? [{ ref: each, record }] : []
      }),
    )
    const lang = t('meta.language')
    const blocks = [{ text: t('welcome.sample_text'), lang }]
    const found = await recognise({ blocks, lang, date: '2020-02-27' }, { index, views })
    const entities = new Set(found.blocks[0]?.mentions.map(({ entity }) => entity?.entity))
    expect([...entities]).toEqual(expect.arrayContaining(['sco', 'vladimir-norov', 'houlin-zhao']))
  })
})
