/** One named highlight of the page's registry, and what is painted with it. */
export interface HighlightLayer {
  readonly add: (ranges: readonly StaticRange[]) => void
  readonly remove: (ranges: readonly StaticRange[]) => void
  /** Whether it has ranges and the registry does not have it any more: the page can take it out. */
  readonly isTaken: () => boolean
  readonly register: () => void
  readonly unregister: () => void
}

/**
 * From so many ranges on the highlight is taken out of the registry while it changes. Firefox does work
 * for each range that is added to a registered one (4,400: 55 ms, otherwise 14), and searches all of them
 * for each that is deleted (0.5 ms among 4,400, so that it is quicker to fill it anew).
 */
const MANY = 30

/** An empty layer. It is in the registry, where the page can see it, only as long as something is painted with it. */
export function createLayer(registry: HighlightRegistry, name: string, priority = 0): HighlightLayer {
  const highlight = new Highlight()
  highlight.priority = priority
  const isRegistered = (): boolean => registry.get(name) === highlight
  const register = (): void => {
    if (highlight.size > 0) registry.set(name, highlight)
  }
  const unregister = (): void => {
    if (isRegistered()) registry.delete(name)
  }
  const change = (count: number, change: () => void): void => {
    // What the page has taken out stays out until it is asserted again.
    const isIn = isRegistered() || highlight.size === 0
    if (count >= MANY) unregister()
    change()
    if (highlight.size === 0) unregister()
    else if (isIn && !isRegistered()) register()
  }

  return {
    add: (ranges) =>
      change(ranges.length, () => {
        for (const range of ranges) highlight.add(range)
      }),
    remove: (ranges) =>
      change(ranges.length, () => {
        if (ranges.length < MANY) for (const range of ranges) highlight.delete(range)
        else keepOthers(highlight, new Set(ranges))
      }),
    isTaken: () => highlight.size > 0 && !isRegistered(),
    register,
    unregister,
  }
}

function keepOthers(highlight: Highlight, removed: ReadonlySet<AbstractRange>): void {
  const kept: AbstractRange[] = []
  highlight.forEach((range) => {
    if (!removed.has(range)) kept.push(range)
  })
  highlight.clear()
  for (const range of kept) highlight.add(range)
}
