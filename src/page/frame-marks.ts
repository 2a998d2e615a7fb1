import { type EntityRef, refKey } from '../model/ids.ts'
import type { FramePlace, PageEntity, PageMarks } from '../model/page-marks.ts'

/** What a frame below the top one has marked. */
export interface FrameMarks {
  readonly mentions: number
  readonly entities: readonly PageEntity[]
}

/** The marks of a tab, kept by its top frame: they live as long as the page, whatever becomes of the background. */
export interface FrameList {
  /** A frame without mentions is forgotten: it may be gone. */
  readonly set: (frameId: number, marks: FrameMarks) => void
  readonly mentions: () => number
  /** The top frame's own marks and those of the frames, each entity once. */
  readonly withFrames: (own: PageMarks) => PageMarks
  /** Where the mark with a number is (from 0, wrapping), counting the top frame's own first; null: among these. */
  readonly placeOf: (own: PageMarks, entity: EntityRef, index: number) => FramePlace | null
}

/** More frames with marks than this are a page's trick; the tab's list has enough then. */
const MAX_FRAMES = 200

/** A list of no frames. */
export function createFrameList(): FrameList {
  const frames = new Map<number, FrameMarks>()
  return {
    set: (frameId, marks) => {
      if (marks.mentions === 0) frames.delete(frameId)
      else if (frames.has(frameId) || frames.size < MAX_FRAMES) frames.set(frameId, marks)
    },
    mentions: () => [...frames.values()].reduce((sum, { mentions }) => sum + mentions, 0),
    withFrames: (own) =>
      frames.size === 0 ? own : { ...own, entities: merge([own, ...frames.values()].map(entitiesOf)) },
    placeOf: (own, entity, index) => {
      const counts = [...frames].map(([frameId, marks]) => ({ frameId, count: countOf(marks, entity) }))
      const ownCount = countOf(own, entity)
      const total = counts.reduce((sum, { count }) => sum + count, ownCount)
      let rest = (total === 0 ? 0 : index % total) - ownCount
      if (rest < 0) return null
      for (const { frameId, count } of counts) {
        if (rest < count) return { frameId, index: rest }
        rest -= count
      }
      return null
    },
  }
}

const entitiesOf = ({ entities }: { readonly entities: readonly PageEntity[] }): readonly PageEntity[] =>
  entities

const countOf = ({ entities }: { readonly entities: readonly PageEntity[] }, wanted: EntityRef): number =>
  entities.find(({ entity }) => refKey(entity) === refKey(wanted))?.count ?? 0

function merge(lists: readonly (readonly PageEntity[])[]): readonly PageEntity[] {
  const merged = new Map<string, PageEntity>()
  for (const each of lists.flat()) {
    const key = refKey(each.entity)
    const before = merged.get(key)
    merged.set(key, before === undefined ? each : { ...before, count: before.count + each.count })
  }
  return [...merged.values()]
}
