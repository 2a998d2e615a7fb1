import { grantedBuild } from '../../e2e/harness/granted-build.ts'
import { launch } from '../../e2e/harness/launch.ts'
import { startMadePages } from '../../e2e/harness/made-pages.ts'
import { untilMarks } from '../../e2e/harness/marks.ts'
import { message } from '../../e2e/harness/messages.ts'
import { fill, press, readView, show, untilShown } from '../../e2e/harness/popup.ts'
import { until } from '../../e2e/harness/until.ts'
import { generatedRecord } from './generated-records.ts'
import { generatedRepository } from './generated-repository.ts'
import { startRepositoryHost } from './repository-host.ts'
import { watchMemory } from './watch-memory.ts'

/** The entities of the bundle: as many as a reader may meet. */
const ENTITIES = 1_000_000
const PATIENCE = 900_000
/** Looked up, marked on a page. */
const SHOWN = [0, 123_456, 500_000, 999_999]

const nameOf = (index: number): string => generatedRecord(index).names[0]?.text ?? ''
const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10

/**
 * A bundle of a million entities in the shipped extension: subscribed to by its link, taken in with progress shown,
 * searched, marked on a page, and updated by a delta of one entity in a hundred. Needs a build (`npm run build`).
 */
export async function measureMillion(): Promise<object[]> {
  const first = await generatedRepository(ENTITIES)
  const folders = { bundle: first.folder }
  const host = await startRepositoryHost(folders)
  const names = SHOWN.map(nameOf)
  const site = await startMadePages((path) =>
    path === '/'
      ? `<!doctype html><title>Names</title><article>${names.map((name) => `<p>Then ${name} spoke.`).join('')}`
      : undefined,
  )
  const browser = await launch('chromium', { extension: grantedBuild('chromium') })
  const rows: object[] = []
  /** Told at once: the whole takes many minutes. */
  const note = (row: object) => {
    rows.push(row)
    console.error(JSON.stringify(row))
  }
  note({ step: 'built, signed and published', entities: ENTITIES, seconds: first.seconds })
  try {
    const popup = await browser.openExtensionPage('/popup.html')
    await show(popup, '#/bundles')
    await fill(popup, '.subscription input', `${host.origin}/bundle/#bgk=${first.fingerprint}`)
    await press(popup, '.subscription button')
    await untilShown(popup, message('preview.lead'))
    const memory = watchMemory('--extension-process')
    let from = performance.now()
    const seen = new Set<string>()
    const look = async (end: string) => {
      const shown = await readView(popup)
      for (const line of shown.split('\n')) if (/generation \d|%|MB/.test(line)) seen.add(line)
      return shown.includes(end) ? shown : undefined
    }
    await press(popup, '.bundle-preview .button-main')
    const [updated = ''] = message('sync.updated').split('$1')
    await until('the bundle is installed', () => look(`${updated}1`), PATIENCE)
    note({ step: 'taken in', seconds: seconds(from), progress: seen.size, lines: [...seen].slice(0, 6) })
    const tab = await browser.open(`${site.origin}/`)
    from = performance.now()
    const marks = await until(
      'the names are marked',
      () => untilMarks(tab, 'marks', (texts) => names.every((name) => texts.includes(name))),
      PATIENCE,
    )
    note({ step: 'marked on a page', marks: marks.length, secondsAfter: seconds(from) })
    note({ step: 'memory of the extension', ...memory.stop() })
    await show(popup, '#/')
    for (const name of names) {
      from = performance.now()
      await fill(popup, '.search-field', name)
      // The popup builds the index itself where the background has not come to its end yet.
      await until(`${name} is found`, async () => (await readView(popup)).includes(name), PATIENCE)
      note({ step: 'searched', name, seconds: seconds(from) })
    }
    await popup.screenshot('out/bench/million-search.png')
    const second = await generatedRepository(ENTITIES, { generations: 2 })
    note({ step: 'the next generation, with its deltas', seconds: second.seconds })
    const before = bytesOf(host.served)
    folders.bundle = second.folder
    await show(popup, '#/bundles')
    from = performance.now()
    await press(popup, '.update .button-main')
    await until('the bundle is updated', () => look(`${updated}2`), PATIENCE)
    note({ step: 'updated by a delta', seconds: seconds(from), bytes: bytesOf(host.served) - before })
    await popup.screenshot('out/bench/million-updated.png')
  } finally {
    await browser.close()
    site.close()
    host.close()
  }
  return rows
}

const bytesOf = (served: ReadonlyMap<string, number>): number =>
  [...served.values()].reduce((sum, bytes) => sum + bytes, 0)
