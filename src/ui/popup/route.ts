import { formatEntryLink, parseEntryLink } from '../../model/entry-link.ts'
import type { EntityRef } from '../../model/ids.ts'

/** What the popup, or the page of the same content, shows. */
export type Route =
  | { readonly view: 'page' }
  | { readonly view: 'timeline' }
  | { readonly view: 'entity'; readonly entity: EntityRef; readonly date?: string }
  | { readonly view: 'bundles' }

/** What a page without an address of its own shows. */
export const HOME: Route = { view: 'page' }

/** The route behind the part of an address after `#`; an address that is none of ours leads home. */
export function parseRoute(hash: string): Route {
  if (hash === '#/bundles') return { view: 'bundles' }
  if (hash === '#/timeline') return { view: 'timeline' }
  const entry = parseEntryLink(hash)
  return entry ? { view: 'entity', ...entry } : HOME
}

/** The address of a route, from `#` on; `parseRoute` gives the route back. */
export function formatRoute(route: Route): string {
  switch (route.view) {
    case 'page':
      return '#/'
    case 'timeline':
      return '#/timeline'
    case 'bundles':
      return '#/bundles'
    case 'entity':
      return formatEntryLink(route)
  }
}
