import { openIndex } from '../../../src/matching/open-index.ts'
import { type BuildTimes, type ScanTimes, timesOf } from './measure.ts'
import { openDatabase, STORE } from './stored-index.ts'

// Runs in a page of Chromium (chromium.ts): measures there, and puts the index where the worker finds it.

declare global {
  var measureScan: () => Promise<ScanTimes>
  var measureBuild: (aliases: number) => Promise<BuildTimes>
  var storeIndex: () => Promise<void>
  var askWorker: (what: string) => Promise<number>
}

const fetched = async () => (await fetch('/index')).arrayBuffer()

globalThis.measureScan = async () => {
  const text = await (await fetch('/text')).text()
  const index = openIndex(await fetched())
  if (!index.ok) throw new Error(index.error)
  return timesOf({ scan: (each) => index.value.scan(each) }, text)
}

globalThis.measureBuild = (aliases) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/in-build-worker.js')
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(aliases)
  })

globalThis.storeIndex = async () => {
  await store(await fetched())
  await navigator.serviceWorker.register('/in-service-worker.js')
  await navigator.serviceWorker.ready
}

globalThis.askWorker = async (what) => {
  const { active } = await navigator.serviceWorker.ready
  const channel = new MessageChannel()
  const answer = new Promise<number>((resolve) => {
    channel.port1.onmessage = ({ data }) => resolve(data)
  })
  active?.postMessage(what, [channel.port2])
  return answer
}

/** As a Blob: the browser reads it two to four times as fast as the same bytes in an ArrayBuffer. */
async function store(buffer: ArrayBuffer): Promise<void> {
  const database = await openDatabase()
  const transaction = database.transaction(STORE, 'readwrite')
  transaction.objectStore(STORE).put(new Blob([buffer]), 'index')
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onerror = reject
  })
  database.close()
}
