import { grantedBuild } from '../../e2e/harness/granted-build.ts'
import { launch } from '../../e2e/harness/launch.ts'
import { startMadePages } from '../../e2e/harness/made-pages.ts'
import { untilMarks } from '../../e2e/harness/marks.ts'
import { message } from '../../e2e/harness/messages.ts'
import { fill, press, show, untilShown } from '../../e2e/harness/popup.ts'
import { until } from '../../e2e/harness/until.ts'
import { generatedRecord } from './generated-records.ts'
import { generatedRepository } from './generated-repository.ts'
import { MillionStage, PATIENCE, watchTransactions } from './million-stage.ts'
import { startRepositoryHost } from './repository-host.ts'

/** The entities of the bundle: as many as a reader may meet. */
const ENTITIES = 1_000_000
/** The place of those in the bundle that are looked up and marked on a page. */
const SHOWN = [0, 0.123456, 0.5, 0.999999]
const CARDS = 200

const nameOf = (index: number): string => generatedRecord(index).names[0]?.text ?? ''

/**
 * A bundle of a million entities in the shipped extension: subscribed to by its link, taken in with progress shown,
 * marked on a page, searched from the first moment on, updated by a delta of one entity in a hundred, asked for news when
 * there are none. Needs a build (`npm run build`). `million 200000` does the same with fewer.
 */
export async function measureMillion(words: readonly string[]): Promise<object[]> {
  const entities = Number(words.find((word) => /^\d+$/.test(word)) ?? ENTITIES)
  const first = await generatedRepository(entities)
  const folders = { bundle: first.folder }
  const host = await startRepositoryHost(folders)
  const shown = SHOWN.map((place) => nameOf(Math.floor(place * entities)))
  const site = await startMadePages((path) => (path === '/' ? pageOf(shown) : undefined))
  const browser = await launch('chromium', { extension: grantedBuild('chromium') })
  await watchTransactions(browser)
  const popup = await browser.openExtensionPage('/popup.html')
  const stage = new MillionStage(browser, popup, host)
  stage.note('built, signed and published', { entities, seconds: first.seconds })
  try {
    await takeIn(stage, `${host.origin}/bundle/#bgk=${first.fingerprint}`)
    const tab = await browser.open(`${site.origin}/`)
    await stage.measured('marked on a page', async () => {
      const isMarked = (texts: readonly string[]) => shown.every((name) => texts.includes(name))
      const marks = await until('marks', () => untilMarks(tab, 'marks', isMarked), PATIENCE)
      return { marks: marks.length }
    })
    // What is behind another tab is not painted, and has no picture.
    await tab.close()
    await search(stage, shown)
    stage.note('a card asked for', await stage.cards(`generated-${entities}`, entities, CARDS))
    const second = await generatedRepository(entities, { generations: 2 })
    stage.note('the next generation, with its deltas', { seconds: second.seconds })
    folders.bundle = second.folder
    await update(stage, 'updated by a delta', message('sync.updated').split('$1')[0] ?? '', 2)
    // What is marked says that the names of the next generation are there; the search follows.
    await search(stage, shown)
    await stage.measured('marked after the update', async () => {
      const again = await browser.open(`${site.origin}/`)
      const isMarked = (texts: readonly string[]) => shown.every((name) => texts.includes(name))
      const marks = await until('marks', () => untilMarks(again, 'marks', isMarked), PATIENCE)
      await again.close()
      return { marks: marks.length }
    })
    await update(stage, 'asked for news, none there', message('sync.current').split('$1')[0] ?? '', 2)
  } finally {
    await browser.close()
    site.close()
    host.close()
  }
  return stage.rows
}

const pageOf = (names: readonly string[]): string =>
  `<!doctype html><title>Names</title><article>${names.map((name) => `<p>Then ${name} spoke.`).join('')}`

async function takeIn(stage: MillionStage, link: string): Promise<void> {
  const { popup } = stage
  await show(popup, '#/bundles')
  await fill(popup, '.subscription input', link)
  await press(popup, '.subscription button')
  await untilShown(popup, message('preview.lead'))
  await stage.measured('taken in', async () => {
    await press(popup, '.bundle-preview .button-main')
    const lines = await stage.linesUntil(message('sync.updated').split('$1')[0] ?? '', /\d/)
    return { progress: lines.length, lines: lines.slice(0, 4), ...stage.newlyServed() }
  })
}

/** The first search waits for the index, and shows how far it is; those after it are a keystroke's. */
async function search(stage: MillionStage, names: readonly string[]): Promise<void> {
  const { popup } = stage
  await show(popup, '#/')
  for (const name of names)
    await stage.measured(`searched: ${name}`, async () => {
      await fill(popup, '.search-field', name)
      const lines = await stage.linesUntilFound(name)
      return lines.length === 0 ? {} : { progress: lines.length, lines: [lines[0], lines.at(-1)] }
    })
  await popup.screenshot('out/bench/million-search.png')
}

async function update(stage: MillionStage, step: string, end: string, generation: number): Promise<void> {
  const { popup } = stage
  await fill(popup, '.search-field', '')
  await show(popup, '#/bundles')
  await stage.measured(step, async () => {
    await press(popup, '.update .button-main')
    const lines = await stage.linesUntil(`${end}${generation}`, /\d/)
    return { progress: lines.length, ...stage.newlyServed() }
  })
  await popup.screenshot('out/bench/million-updated.png')
}
