import { knowledgeOf, loadBundle } from '../../../src/cli/annotate/load-knowledge.ts'
import { type Knowledge, recognise } from '../../../src/linking/recognise.ts'
import type { TextBlock } from '../../../src/model/mention.ts'
import type { GoldText } from '../../eval/harness/gold.ts'
import { readTexts } from '../../eval/harness/read-texts.ts'

/**
 * `npm run bench -- linking [DIR]`: what linking a page costs beside matching it, on three kinds of pages made of the
 * English development texts of the evaluation: one article of the field over and over (as dense as the sample
 * article), a general news page with one paragraph of the field in ten, and all texts in turn (denser in different
 * entities than any page). DIR is a bundle, built or in sources; without it the packaged one. Linking is what
 * recognising takes beyond the scan; both run in turns, and medians count.
 */

const SIZES = [10_000, 100_000, 1_000_000]
/** Odd, so that the median is a run that happened. */
const TURNS = 15
/** Runs before the first that counts: both are compiled by then. */
const WARM_UPS = 3
/** On a general news page one paragraph in so many is of the field. */
const FIELD_SHARE = 10

const loaded = await loadBundle(process.argv.at(3))
if (!loaded.ok) throw new Error(loaded.error.join('\n'))
const knowledge = knowledgeOf(loaded.value)
if (!knowledge.ok) throw new Error(knowledge.error.join('\n'))
const texts = (await readTexts('dev')).filter(({ lang }) => lang === 'en')

const paragraphsOf = (some: readonly GoldText[]): string[] => some.flatMap(({ text }) => text.split('\n\n'))
const article = paragraphsOf(texts.filter(({ kind }) => kind === 'domain').slice(0, 1))
const all = paragraphsOf(texts)
const general = paragraphsOf(texts.filter(({ kind }) => kind === 'hard-negative'))

const PAGES: Readonly<Record<string, (at: number) => string | undefined>> = {
  'one article': (at) => article[at % article.length],
  'general news': (at) =>
    at % FIELD_SHARE === 0 ? article[(at / FIELD_SHARE) % article.length] : general[at % general.length],
  'all texts': (at) => all[at % all.length],
}

console.log('page          units    mentions  matching ms  linking ms  linking ÷ matching')
for (const [name, paragraph] of Object.entries(PAGES))
  for (const size of SIZES) console.log(await row(name, pageOf(size, paragraph), knowledge.value))

function pageOf(size: number, paragraph: (at: number) => string | undefined): TextBlock[] {
  const blocks: TextBlock[] = []
  let length = 0
  for (let at = 0; length < size; at += 1) {
    const text = paragraph(at) ?? ''
    blocks.push({ text })
    length += text.length
  }
  // As they arrive by message: parts of a larger text would be slower to read.
  return JSON.parse(JSON.stringify(blocks))
}

async function row(name: string, blocks: readonly TextBlock[], { index, views }: Knowledge): Promise<string> {
  const matching: number[] = []
  const whole: number[] = []
  let mentions = 0
  for (let turn = -WARM_UPS; turn < TURNS; turn += 1) {
    const start = performance.now()
    for (const { text } of blocks) index.scan(text)
    const scanned = performance.now()
    const found = await recognise({ blocks, lang: 'en', date: '2020-02-27' }, { index, views })
    mentions = found.blocks.reduce((sum, block) => sum + block.mentions.length, 0)
    if (turn < 0) continue
    matching.push(scanned - start)
    whole.push(performance.now() - scanned)
  }
  const match = median(matching)
  const link = median(whole) - match
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const cells = [
    name.padEnd(12),
    String(size).padStart(7),
    String(mentions).padStart(10),
    match.toFixed(1).padStart(11),
    link.toFixed(1).padStart(10),
  ]
  return `${cells.join('  ')}  ${(link / match).toFixed(2).padStart(18)}`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
