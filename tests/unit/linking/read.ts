import { recognise } from '../../../src/linking/recognise.ts'
import { viewsFrom } from '../../../src/linking/view-source.ts'
import { buildIndex } from '../../../src/matching/build-index.ts'
import { namesOf } from '../../../src/matching/names-of-record.ts'
import { openIndex } from '../../../src/matching/open-index.ts'
import type { EntityRecord } from '../../../src/model/entity.ts'
import type { EntityRef } from '../../../src/model/ids.ts'
import type { Mention, RecogniseInput, Recognition } from '../../../src/model/mention.ts'
import { ref } from '../facts/record.ts'
import { WORLD } from './world.ts'

/** What recognising draws on: the small world, or other records. */
export function knowledge(records: readonly EntityRecord[] = WORLD) {
  const byId = new Map(records.map((record) => [record.id, record]))
  const index = openIndex(
    buildIndex(
      records.flatMap((record) => namesOf(record, ref(record.id))),
      { seed: 1 },
    ),
  )
  if (!index.ok) throw new Error(index.error)
  const read = async (refs: readonly EntityRef[]) =>
    refs.flatMap((each) => {
      const record = byId.get(each.entity)
      return record ? [{ ref: each, record }] : []
    })
  return { index: index.value, views: viewsFrom(read) }
}

const WORLDLY = knowledge()

/** Recognises texts, one block each. */
export const read = (
  texts: string | readonly string[],
  rest: Omit<RecogniseInput, 'blocks'> = {},
): Promise<Recognition> => recognise({ blocks: [texts].flat().map((text) => ({ text })), ...rest }, WORLDLY)

/** The mentions of texts as "surface=entity"; an ambiguous one as "surface=one|other". */
export async function mentionsIn(
  texts: string | readonly string[],
  rest: Omit<RecogniseInput, 'blocks'> = {},
): Promise<string[]> {
  const { blocks } = await read(texts, rest)
  return blocks.flatMap(({ mentions }) => mentions.map(shown))
}

const shown = ({ surface, entity, candidates }: Mention): string =>
  `${surface}=${entity?.entity ?? candidates?.map((each) => each.entity).join('|')}`

/** The holders of the first role of a text: "holder basis" or "(one other) basis". */
export async function holderIn(text: string, date?: string): Promise<string> {
  const { blocks } = await read(text, date === undefined ? {} : { date })
  const role = blocks.flatMap(({ mentions }) => mentions).find(({ type }) => type === 'position')
  if (!role) return 'no role'
  const { holder, holders, holderBasis } = role
  const others = holders && `(${holders.map(({ entity }) => entity).join(' ')})`
  return [holder?.entity, others, holderBasis].filter((part) => part !== undefined).join(' ')
}
