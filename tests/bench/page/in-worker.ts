import { openIndex } from '../../../src/matching/open-index.ts'
import type { NameIndex } from '../../../src/matching/types.ts'
import { ENTITY_KINDS } from '../../../src/model/entity.ts'
import type { Mention, RecogniseInput, TextBlock } from '../../../src/model/mention.ts'
import { type PackedRecognition, packRecognition } from '../../../src/model/packed-recognition.ts'

// In the place of the background: the real index, and of linking its answer alone (`bench -- linking` measures that).

let index: NameIndex | undefined

addEventListener('message', ({ data }: MessageEvent<string | RecogniseInput>) => {
  if (typeof data === 'string') void open(data)
  else postMessage(recognised(data))
})

async function open(address: string): Promise<void> {
  const opened = openIndex(await (await fetch(address)).arrayBuffer())
  if (!opened.ok) throw new Error(opened.error)
  index = opened.value
  postMessage(null)
}

const recognised = ({ blocks }: RecogniseInput): PackedRecognition =>
  packRecognition({
    blocks: blocks.map((block) => ({ mentions: mentionsIn(block), hints: [] })),
    established: [],
  })

const mentionsIn = ({ text }: TextBlock): Mention[] =>
  (index?.scan(text) ?? []).flatMap(({ start, end, names: [number = 0] }) => {
    const name = index?.name(number)
    const type = ENTITY_KINDS[number % ENTITY_KINDS.length] ?? 'organization'
    return name === undefined
      ? []
      : [
          {
            start,
            end,
            surface: text.slice(start, end),
            entity: name.entity,
            name: name.text,
            type,
            via: 'name',
            score: 1,
          },
        ]
  })
