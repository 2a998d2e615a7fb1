import { formatRoute, type Route } from './route.ts'

/** Where the reader is, and the way there. */
export interface Navigation {
  readonly route: Route
  /** Where "back" leads, the nearest last; empty at the start. */
  readonly trail: readonly Route[]
}

/** A way longer than this is no way back any more. */
const LONGEST_TRAIL = 50

/** The reader arrived at a route: going to where one came from is going back, anything else goes on. */
export function arrive({ route, trail }: Navigation, next: Route): Navigation {
  if (same(route, next)) return { route, trail }
  const before = trail.at(-1)
  if (before && same(before, next)) return { route: next, trail: trail.slice(0, -1) }
  return { route: next, trail: [...trail, route].slice(-LONGEST_TRAIL) }
}

const same = (a: Route, b: Route): boolean => formatRoute(a) === formatRoute(b)
