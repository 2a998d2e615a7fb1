import type { Explanation } from '../model/explanation.ts'
import type { PageDate, PageMarks } from '../model/page-marks.ts'
import type { Result } from '../model/result.ts'
import type { Changes } from './changes.ts'
import { createDating } from './dating.ts'
import { type Hit, hitTest } from './hit-test.ts'
import { createNavigation, type MarkNavigation } from './mark-navigation.ts'
import type { Mark } from './marked-block.ts'
import { createMarker } from './marker.ts'
import { declaredLanguage } from './page-memory.ts'
import { plain } from './plain.ts'
import { createReader, type ReadingOutcome } from './reader.ts'
import type { Ask, AskError, PageContext } from './recogniser.ts'
import type { MarkPreferences } from './shown-marks.ts'
import { watchPage } from './watch.ts'
import { createWork, type Spent } from './work.ts'

/** What a page is started with. */
export interface PageOptions {
  readonly document: Document
  readonly ask: Ask
  /** Ends everything: marks, listeners and timers. */
  readonly signal: AbortSignal
  /** How marks are to be shown at first. */
  readonly preferences: MarkPreferences
  /** Called after each change of the marks or of the state. */
  readonly onMarks: () => void
  /** The page opened its document anew (`document.open`): listeners went with the old one, so all is to be started again. */
  readonly onReopened: () => void
}

/** A page that is being marked and kept marked. */
export interface Page extends MarkNavigation {
  /** What is marked now. */
  readonly marks: () => PageMarks
  /** How many mentions are marked, those included whose entity is left open. */
  readonly count: () => number
  /** The mark at a point of the viewport. */
  readonly hitAt: (x: number, y: number) => Hit | null
  /** Why a mark means what it does, in the terms of the linking layer; null where nothing is known of it any more. */
  readonly explain: (mark: Mark) => Promise<Result<Explanation | null, AskError>>
  /** Shows marks in another way from now on. */
  readonly prefer: (preferences: MarkPreferences) => void
  /** What the page has cost so far. */
  readonly work: () => Spent
  /** The reader says when the article appeared (EDTF), or takes it back with null; everything is recognised again. */
  readonly setDate: (date: string | null) => Promise<void>
  /** Recognises everything again, because what is known has changed. Resolves when it is done. */
  readonly refresh: () => Promise<void>
  /** The same as the end of the signal. */
  readonly stop: () => void
}

/** A background that is just starting, or being updated, is asked again so often, and after so long (milliseconds). */
const RETRIES = 3
const RETRY_PAUSE = 2_000

/** Starts to mark a page and to keep up with its changes. */
export function startPage({
  document,
  ask,
  signal: outer,
  preferences,
  onMarks,
  onReopened,
}: PageOptions): Page {
  const controller = new AbortController()
  const { signal } = controller
  const dating = createDating(document)
  const work = createWork()
  const marker = createMarker(document, ask, signal, preferences, work)
  let state: PageMarks['state'] = 'marking'
  let retries = 0
  let queue: Promise<number> = Promise.resolve(0)
  let told: { state: PageMarks['state']; version: number } = { state, version: 0 }

  /** A reading that changed nothing is not worth a word: pages that tick are read again and again. */
  const tell = (): void => {
    const version = marker.version()
    if (told.state === state && told.version === version) return
    told = { state, version }
    onMarks()
  }

  const stop = (): void => {
    state = 'off'
    controller.abort()
    marker.marks.clear()
  }

  /** Readings follow one another; gives the milliseconds of work. */
  const run = (reading: () => Promise<ReadingOutcome>): Promise<number> => {
    queue = queue.then(async () => {
      try {
        return signal.aborted ? 0 : settle(await reading())
      } catch (cause) {
        // Nothing of ours may reach the page's error handlers; an end in mid-reading is no error at all.
        return settle({ spent: 0, error: { code: 'unexpected', detail: String(cause) } })
      }
    })
    return queue
  }

  const settle = ({ spent, error }: ReadingOutcome): number => {
    if (signal.aborted) return spent
    if (error?.code === 'gone') stop()
    else if (error !== null) fail()
    else {
      state = 'marked'
      retries = 0
    }
    tell()
    return spent
  }
  const fail = (): void => {
    state = 'failed'
    if (retries++ < RETRIES) setTimeout(() => void refresh(), RETRY_PAUSE)
  }

  const context = (): PageContext => {
    const lang = declaredLanguage(plain(document, 'documentElement'))
    const date = dating.date()?.date
    return {
      title: plain(document, 'title'),
      ...(lang !== undefined && { lang }),
      ...(date !== undefined && { date }),
    }
  }

  const documentElement = plain(document, 'documentElement')
  const onChanges = (changes: Changes): Promise<number> => {
    const now = plain(document, 'documentElement')
    if (now !== null && now !== documentElement) {
      stop()
      onReopened()
      return Promise.resolve(0)
    }
    const isAnother = dating.hasChanged(changes.added.size > 0)
    // After a failure the whole page is going to be read again anyway.
    if (state === 'failed' && !isAnother) return Promise.resolve(0)
    return run(() => (isAnother ? reader.readAll() : reader.readChanges(changes)))
  }
  const watch = watchPage(document, signal, onChanges)
  const reader = createReader({ document, signal, marker, watch, work, context, onPart: tell })
  const refresh = async (): Promise<void> => {
    await run(() => reader.readAll())
  }

  /** What is not painted has no card: a card that opens would tell the page that something was known there. */
  const near = (node: Text, offset: number) => marker.marks.near(node, offset).filter(marker.display.isShown)

  if (outer.aborted) stop()
  else outer.addEventListener('abort', stop, { signal })
  void refresh()

  return {
    ...createNavigation(marker),
    prefer: (next) => marker.display.prefer(next),
    marks: () => ({ state, entities: marker.marks.entities(), ...dateOf(dating.date()) }),
    count: () => marker.marks.count(),
    hitAt: (x, y) => hitTest(document, near, reader.shadowRoots(), x, y),
    explain: marker.explain,
    work: work.spent,
    setDate: (date) => {
      dating.override(date)
      return refresh()
    },
    refresh,
    stop,
  }
}

const dateOf = (dating: PageDate | null): Pick<PageMarks, 'date' | 'dating'> =>
  dating === null ? {} : { date: dating.date, dating }
