import type { EntityView } from './view.ts'

/**
 * What the entities of a page add to those that they are related to. Links are followed from the entity that
 * is asked about and to it, so that the cost is that of its links, however many entities a page names.
 */
export class RelatedWeight {
  private readonly present = new Map<string, EntityView>()
  /** Those present that tell of a link to an entity, by the key of that. */
  private readonly linkedFrom = new Map<string, EntityView[]>()

  /** An entity that the page is now known to mean. */
  add(view: EntityView): void {
    if (this.present.has(view.key)) return
    this.present.set(view.key, view)
    for (const key of view.related.keys()) {
      const linked = this.linkedFrom.get(key)
      if (linked) linked.push(view)
      else this.linkedFrom.set(key, [view])
    }
  }

  /** The sum of how near those present stand to an entity; where both ends tell of a link, the nearer counts. */
  of(view: EntityView): number {
    let sum = 0
    for (const [key, nearness] of view.related) {
      const other = key === view.key ? undefined : this.present.get(key)
      if (other) sum += Math.max(nearness, other.related.get(view.key) ?? 0)
    }
    for (const other of this.linkedFrom.get(view.key) ?? [])
      if (other.key !== view.key && !view.related.has(other.key)) sum += other.related.get(view.key) ?? 0
    return sum
  }
}
