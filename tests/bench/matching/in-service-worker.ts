import { openIndex } from '../../../src/matching/open-index.ts'
import type { NameIndex } from '../../../src/matching/types.ts'
import { openDatabase, STORE, settled } from './stored-index.ts'

// Runs as a service worker of Chromium (chromium.ts): it has done nothing before it is asked.

/** Held as the background holds it. */
let held: NameIndex | undefined

addEventListener('message', (event) => {
  const { data, ports } = event as MessageEvent<string>
  if (data === 'idle') ports[0]?.postMessage(held === undefined ? 0 : 1)
  else void firstHit().then((time) => ports[0]?.postMessage(time))
})

/** Milliseconds from the request to IndexedDB to the first candidate of a text; opening the database is left out. */
async function firstHit(): Promise<number> {
  const text = await (await fetch('/text')).text()
  const database = await openDatabase()
  const start = performance.now()
  const blob = await settled<Blob>(database.transaction(STORE).objectStore(STORE).get('index'))
  const buffer = await blob.arrayBuffer()
  const index = openIndex(buffer)
  if (!index.ok) throw new Error(index.error)
  held = index.value
  for (const slice of index.value.scanSlices(text, 1)) if (slice.length > 0) return performance.now() - start
  throw new Error('nothing found')
}
