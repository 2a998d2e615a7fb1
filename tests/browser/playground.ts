import { afterAll, beforeAll } from 'vitest'
import type { BrowserName } from '../../.ci/find-browser.mjs'
import { openPlayground, type Playground } from '../playground/open-playground.ts'

/** The playground for the tests of one `describe`, on a server and in a browser that end with them. */
export function usePlayground(name: BrowserName): () => Playground {
  let playground: Playground | undefined
  beforeAll(async () => {
    playground = await openPlayground(name)
  })
  afterAll(() => playground?.close())
  return () => {
    if (!playground) throw new Error('the playground did not open')
    return playground
  }
}
