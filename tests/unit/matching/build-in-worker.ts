import { parentPort, workerData } from 'node:worker_threads'
import { buildIndex } from '../../../src/matching/build-index.ts'
import type { IndexedName } from '../../../src/matching/types.ts'

// Runs as a worker of build-index.test.ts: builds the index of the names that it is given.

const buffer = buildIndex(workerData as IndexedName[])
parentPort?.postMessage(buffer, [buffer])
