import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type KillHost, startKillHost } from '../soak/kills/kill-host.ts'
import { KillRounds } from '../soak/kills/kill-rounds.ts'
import { KilledReader } from '../soak/kills/killed-reader.ts'
import { BROWSERS } from './harness/launch.ts'

/** The short form of `npm run soak -- kills`. */
describe.each(BROWSERS)('in %s, a kill in the middle of an update', (name) => {
  let profile: string
  let host: KillHost
  let reader: KilledReader
  let rounds: KillRounds

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'killed-'))
    host = await startKillHost(25)
    reader = await KilledReader.start(name, profile)
    await reader.subscribe(host.link)
    rounds = new KillRounds(host, reader)
    await rounds.measure()
  })
  afterAll(async () => {
    await reader?.close()
    host?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  test.each([
    ['of the background', 4, 'background', 'full'],
    ['of the background in a delta', 7, 'background', 'delta'],
    ['of the browser', 2, 'browser', 'full'],
  ] as const)(
    '%s leaves a whole bundle, and the next update ends as if nothing had been',
    async (...round) => {
      const [, index, victim, offer] = round
      const { faults, saw } = await rounds.strike(index, victim, offer)
      expect(faults).toEqual([])
      expect(['old', 'new']).toContain(saw)
    },
  )
})
