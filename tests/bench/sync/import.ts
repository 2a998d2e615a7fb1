import { readFileSync } from 'node:fs'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { type GeneratedRepository, generatedRepository } from './generated-repository.ts'
import type { ImportSeen, Spread } from './in-import-page.ts'
import { startRepositoryHost } from './repository-host.ts'
import { type MemoryPeak, watchMemory } from './watch-memory.ts'

/** Entities of each size that is measured. */
export const SIZES: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }

/** What is looked up in while the bundle comes in. */
const OTHER = 1_000
const LOOKUPS = 300

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const seconds = (ms: number): number => Number((ms / 1_000).toFixed(2))

/**
 * A bundle taken in by a worker of a real Chromium, from a host on the loopback: fetched, verified, written, shown,
 * names and search indexed. Each size in a fresh browser, and in another one while somebody asks for something a hundred
 * times a second.
 */
export async function measureImport(sizes: readonly string[]): Promise<object[]> {
  const rows: object[] = []
  for (const size of sizes) rows.push(await measured(size, SIZES[size] ?? 0))
  return rows
}

async function measured(size: string, entities: number): Promise<object> {
  const [small, large] = [await generatedRepository(OTHER), await generatedRepository(entities)]
  const host = await startRepositoryHost({ small: small.folder, large: large.folder })
  const links = { small: linkOf(host.origin, 'small', small), large: linkOf(host.origin, 'large', large) }
  try {
    const alone = await inFreshBrowser((page) => imported(page, links, NOBODY))
    return await inFreshBrowser(async (page) => {
      const watched = await imported(page, links, { bundle: `generated-${OTHER}`, entities: OTHER })
      const after = await page.evaluate(
        (bundle, count, times) => globalThis.lookUp(bundle, count, times),
        `generated-${entities}`,
        entities,
        LOOKUPS,
      )
      return rowOf(size, entities, { alone, watched, after })
    })
  } finally {
    host.close()
  }
}

/** Nobody looks anything up meanwhile. */
const NOBODY = { bundle: '', entities: 0 }

async function inFreshBrowser<T>(run: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launch()
  try {
    return await run(await browser.newPage())
  } finally {
    await browser.close()
  }
}

interface Measured {
  readonly seen: ImportSeen
  readonly memory: MemoryPeak
}

/** Takes in a small bundle, so that the code has been seen, and then the large one, which is measured. */
async function imported(
  page: Page,
  links: { readonly small: string; readonly large: string },
  other: typeof NOBODY,
): Promise<Measured> {
  await page.goto(new URL('/', links.small).href)
  await importOne(page, links.small, NOBODY)
  const memory = watchMemory()
  await page.exposeFunction('markPhase', (phase: string) => memory.mark(phase))
  const seen = await importOne(page, links.large, other)
  return { seen, memory: memory.stop() }
}

async function importOne(page: Page, link: string, other: typeof NOBODY): Promise<ImportSeen> {
  const seen = await page.evaluate((from, asked) => globalThis.importBundle(from, asked), link, other)
  if (seen.cost.outcome !== 'updated') throw new Error(seen.cost.outcome)
  return seen
}

function rowOf(
  size: string,
  entities: number,
  { alone, watched, after }: { alone: Measured; watched: Measured; after: Spread },
): object {
  const { cost, lookups, answers } = watched.seen
  return {
    size,
    entities,
    'seconds in all, with nobody at it': seconds(alone.seen.cost.total),
    'memory, with nobody at it': alone.memory,
    'seconds in all': seconds(cost.total),
    'per 100k': seconds((cost.total * 100_000) / entities),
    'fetched, mostly meanwhile': seconds(cost.fetch),
    'read, verified and written': seconds(cost.write),
    'checked as a whole and shown': seconds(cost.finish),
    'names and search indexed': seconds(cost.indexes),
    'flip, ms': Math.round(cost.flip),
    'longest transaction, ms': Math.round(cost.longestTransaction),
    transactions: cost.transactions,
    'look-up during, ms': lookups,
    'look-up after, ms': after,
    'answer of the background during, ms': answers,
    'speed of hashing meanwhile, MB/s': Math.round(cost.speed),
    memory: watched.memory,
    digest: cost.digest,
  }
}

const linkOf = (origin: string, path: string, { fingerprint }: GeneratedRepository): string =>
  `${origin}/${path}/#bgk=${fingerprint}`

function launch(): Promise<Browser> {
  const executablePath = findBrowser('chromium')
  if (executablePath === undefined) throw new Error('There is no Chromium.')
  return puppeteer.launch({
    executablePath,
    headless: true,
    // Else the page keeps every answer for the tools of developers: 185 MB of a million entities.
    networkEnabled: false,
    pipe: true,
    args: FLAGS,
    protocolTimeout: 1_800_000,
  })
}

/** Results of an earlier run of other parts, to which these are added. */
export function earlierRows(file: string): Record<string, object[]> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, object[]>
  } catch {
    return {}
  }
}
