import { buildIndex } from '../../../src/matching/build-index.ts'
import { buildTimes } from './measure.ts'
import { namesFor } from './texts.ts'

// Runs as a worker of a page of Chromium (chromium.ts).

addEventListener('message', ({ data }) => {
  const names = namesFor('latin', data as number)
  postMessage(buildTimes(() => buildIndex(names), names.length))
})
