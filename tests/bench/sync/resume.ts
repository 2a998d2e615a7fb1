import puppeteer from 'puppeteer-core'
import { findBrowser } from '../../../.ci/find-browser.mjs'
import { generatedRepository } from './generated-repository.ts'
import { FLAGS } from './import.ts'
import { startRepositoryHost } from './repository-host.ts'

/** About 200 MB on the wire: records with much that does not compress. */
const ENTITIES = 80_000
const CHANCE = 18

/**
 * An import that is ended half-way, as when a browser ends a worker, and taken up again: what is fetched twice. No part
 * is fetched again that was written; the one under way is, and the next where both have 4 MiB at most.
 */
export async function measureResume(): Promise<object[]> {
  const made = await generatedRepository(ENTITIES, { chance: CHANCE })
  const host = await startRepositoryHost({ large: made.folder })
  const executablePath = findBrowser('chromium')
  if (executablePath === undefined) throw new Error('There is no Chromium.')
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    args: FLAGS,
    protocolTimeout: 900_000,
  })
  const link = `${host.origin}/large/#bgk=${made.fingerprint}`
  const parts = () => [...host.served].filter(([file]) => file.includes('.full-'))
  const bytes = () => parts().reduce((sum, [, served]) => sum + served, 0)
  try {
    const page = await browser.newPage()
    await page.goto(host.origin)
    const ended = await page.evaluate((address) => globalThis.endHalfWay(address), link)
    const half = { parts: parts().length, bytes: bytes() }
    await page.goto(host.origin)
    const seen = await page.evaluate(
      (address) => globalThis.importBundle(address, { bundle: '', entities: 0 }),
      link,
    )
    if (seen.cost.outcome !== 'updated') throw new Error(seen.cost.outcome)
    const total = parts().reduce((sum, [file]) => sum + sizeOf(host.sizes, file), 0)
    return [
      { what: 'ended', after: ended, ...half },
      {
        what: 'in all',
        parts: parts().length,
        bytes: bytes(),
        generation: total,
        ratio: bytes() / total,
        again: bytes() - total,
      },
    ]
  } finally {
    await browser.close()
    host.close()
  }
}

const sizeOf = (sizes: ReadonlyMap<string, number>, file: string): number => sizes.get(file) ?? 0
