import type { IndexedName } from '../../../src/matching/types.ts'
import { loadPeer } from '../install-peers.ts'
import type { Built, Engine, Found } from './engines.ts'
import { finish, foldForPeers, peerNames, type RawMatch } from './peer-text.ts'

/** The libraries have no types, or others than they export. */
type Finder<M> = new (words: string[]) => M
interface MonyoneFinder {
  matchInText(text: string): { begin: number; end: number }[]
}
interface FastscanFinder {
  search(text: string): [number, string][]
}
interface AhoFinder {
  search(text: string): [number, string[]][]
}
interface FlashFinder {
  addKeyword(word: string, name: string): void
  extractKeywords(text: string): string[]
}

/** A peer that finds words in folded text; the rest of the work is the same for all. */
const peer =
  (build: (words: string[]) => Promise<(text: string) => Iterable<RawMatch>>): Engine =>
  async (names) => {
    const known = peerNames(names)
    const search = await build([...known.keys])
    return {
      scan: (text) => {
        const folded = foldForPeers(text)
        return finish(text, folded, search(folded.text), known)
      },
    }
  }

const monyone = peer(async (words) => {
  const AhoCorasick = await loadPeer<Finder<MonyoneFinder>>('@monyone/aho-corasick/fast', 'AhoCorasick')
  const finder = new AhoCorasick(words)
  return (text) => finder.matchInText(text).map(({ begin, end }) => ({ start: begin, end }))
})

const fastscan = peer(async (words) => {
  const Scanner = await loadPeer<Finder<FastscanFinder>>('fastscan')
  const finder = new Scanner(words)
  return (text) => finder.search(text).map(([start, word]) => ({ start, end: start + word.length }))
})

const ahocorasick = peer(async (words) => {
  const AhoCorasick = await loadPeer<Finder<AhoFinder>>('ahocorasick')
  const finder = new AhoCorasick(words)
  return (text) =>
    finder
      .search(text)
      .flatMap(([last, found]) => found.map((word) => ({ start: last + 1 - word.length, end: last + 1 })))
})

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const INSIDE = '[\\p{L}\\p{N}_]'

const oneExpression = peer(async (words) => {
  const longestFirst = words.map(escaped).sort((one, other) => other.length - one.length)
  const expression = new RegExp(`(?<!${INSIDE})(?:${longestFirst.join('|')})(?!${INSIDE})`, 'gu')
  return function* (text) {
    for (const match of text.matchAll(expression))
      yield { start: match.index, end: match.index + match[0].length }
  }
})

const expressionEach = peer(async (words) => {
  const expressions = words.map((word) => new RegExp(`(?<!${INSIDE})${escaped(word)}(?!${INSIDE})`, 'gu'))
  return function* (text) {
    for (const expression of expressions)
      for (const match of text.matchAll(expression))
        yield { start: match.index, end: match.index + match[0].length }
  }
})

/** It tells no offsets, so that only its search is measured: neither boundaries nor case rules nor places. */
async function flashtext(names: readonly IndexedName[]): Promise<Built> {
  const Processor = await loadPeer<new () => FlashFinder>('flashtext.js')
  const finder = new Processor()
  for (const key of peerNames(names).keys) if (key !== '') finder.addKeyword(key, key)
  const nowhere: Found = { start: 0, end: 0 }
  return { scan: (text) => finder.extractKeywords(foldForPeers(text).text).map(() => nowhere) }
}

/** The peers by name. */
export const PEERS: readonly (readonly [string, Engine])[] = [
  ['@monyone/aho-corasick fast', monyone],
  ['fastscan', fastscan],
  ['flashtext.js (scan only)', flashtext],
  ['ahocorasick', ahocorasick],
  ['one RegExp', oneExpression],
  ['a RegExp per name', expressionEach],
]
