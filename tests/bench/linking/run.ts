import { knowledgeOf, loadBundle } from '../../../src/cli/annotate/load-knowledge.ts'
import { type Knowledge, recognise } from '../../../src/linking/recognise.ts'
import type { TextBlock } from '../../../src/model/mention.ts'
import { readTexts } from '../../eval/harness/read-texts.ts'

/**
 * `node tests/bench/linking/run.ts [DIR]`: what linking a page costs beside matching it. The page is made of
 * the English development texts of the evaluation, over and over; DIR is a built bundle, without it the
 * packaged one. Linking is what recognising takes beyond the scan; both run in turns, and medians count.
 */

const SIZES = [10_000, 100_000, 1_000_000]
/** Odd, so that the median is a run that happened. */
const TURNS = 15

const loaded = await loadBundle(process.argv[2])
if (!loaded.ok) throw new Error(loaded.error.join('\n'))
const knowledge = knowledgeOf(loaded.value)
if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
const texts = (await readTexts('dev')).filter(({ lang }) => lang === 'en')
const paragraphs = texts.flatMap(({ text }) => text.split('\n\n'))

console.log('units      mentions  matching ms  linking ms  ratio')
for (const size of SIZES) console.log(await row(pageOf(size), knowledge.value))

function pageOf(size: number): TextBlock[] {
  const blocks: TextBlock[] = []
  let length = 0
  for (let at = 0; length < size; at += 1) {
    const text = paragraphs[at % paragraphs.length] ?? ''
    blocks.push({ text })
    length += text.length
  }
  return blocks
}

async function row(blocks: readonly TextBlock[], { index, views }: Knowledge): Promise<string> {
  const matching: number[] = []
  const whole: number[] = []
  let mentions = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    const start = performance.now()
    for (const { text } of blocks) index.scan(text)
    const scanned = performance.now()
    const found = await recognise({ blocks, lang: 'en', date: '2020-02-27' }, { index, views })
    matching.push(scanned - start)
    whole.push(performance.now() - scanned)
    mentions = found.blocks.reduce((sum, block) => sum + block.mentions.length, 0)
  }
  const match = median(matching)
  const link = median(whole) - match
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const cells = [String(mentions).padStart(8), match.toFixed(1).padStart(11), link.toFixed(1).padStart(10)]
  return `${String(size).padEnd(10)} ${cells.join('  ')}  ${(link / match).toFixed(2)}`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
