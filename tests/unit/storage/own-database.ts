import { onTestFinished } from 'vitest'
import type { BundleId, EntityId } from '../../../src/model/ids.ts'
import type { OwnAlias, OwnNote } from '../../../src/model/own-layer.ts'
import { type OwnDatabase, openOwnDatabase } from '../../../src/storage/own-database.ts'
import { newEngine } from './test-database.ts'

/** Opens the reader's own database; closed when the test has ended. */
export async function openTestOwnDatabase(engine = newEngine()): Promise<OwnDatabase> {
  const opened = await openOwnDatabase(undefined, engine)
  if (!opened.ok) throw new Error(opened.error.detail)
  onTestFinished(() => opened.value.close())
  return opened.value
}

const SCO = {
  entity: { bundle: 'international-affairs' as BundleId, entity: 'sco' as EntityId },
  name: 'Shanghai Cooperation Organisation',
  kind: 'organization',
} as const

export const note = (text: string, writtenAt = '2026-11-28T10:00:00.000Z'): OwnNote => ({
  ...SCO,
  text,
  writtenAt,
})

export const alias = (text: string): OwnAlias => ({
  ...SCO,
  text,
  lang: 'en',
  addedAt: '2026-11-28T10:00:00.000Z',
})
