import { MOST_COMPANIONS, type PageEvidence } from './evidence.ts'
import { RelatedWeight } from './related-weight.ts'
import type { Sense } from './spot.ts'
import type { EntityView } from './view.ts'
import { ENOUGH, EVIDENCE, MOST_COMPANY, MOST_CONTEXT, MOST_RELATED } from './weights.ts'

/** What a page says for the senses of its names. It grows: what is found to be meant supports what is related to it. */
export class PageSupport {
  readonly present = new Map<string, EntityView>()
  private readonly page: Omit<PageEvidence, 'present'>
  private readonly related = new RelatedWeight()
  private readonly contexts = new Map<EntityView, number>()
  /** What entities weigh; told anew once something else is present. */
  private weights = new Map<EntityView, number>()

  constructor(page: Omit<PageEvidence, 'present'>) {
    this.page = page
  }

  /** The evidence, piece by piece. */
  get evidence(): PageEvidence {
    return { ...this.page, present: this.present }
  }

  /** Takes note that the page means an entity. */
  add(view: EntityView): void {
    if (this.present.has(view.key)) return
    this.present.set(view.key, view)
    this.related.add(view)
    if (this.weights.size > 0) this.weights = new Map()
  }

  /** What speaks for a sense, its name and the page, from 0 to 1. */
  of({ view, worth }: Sense): number {
    let weight = this.weights.get(view)
    if (weight === undefined) {
      weight = this.weigh(view)
      this.weights.set(view, weight)
    }
    // Weights are hundredths: three times 0.15 and 0.1 are 0.55 and reach the threshold, which floating point would deny.
    return Math.min(1, Math.round((worth + weight) * 100) / 100)
  }

  /**
   * What the page says for an entity, from 0 on, each kind of evidence within its bounds. Context words are
   * looked for only where all else leaves it open: they cost the most.
   */
  private weigh(view: EntityView): number {
    const { defined, titled, clear } = this.page
    let decisive = defined.has(view.key) ? EVIDENCE.definition : 0
    if (this.present.has(view.key)) decisive += EVIDENCE.named
    if (titled.has(view.key)) decisive += EVIDENCE.title
    const companions = Math.min(MOST_COMPANIONS, clear.size - (clear.has(view.key) ? 1 : 0))
    const company = Math.min(companions * EVIDENCE.company, MOST_COMPANY)
    const weight = decisive + Math.min(this.related.of(view), MOST_RELATED) + company
    return weight >= ENOUGH ? weight : weight + this.contextOf(view)
  }

  private contextOf(view: EntityView): number {
    const known = this.contexts.get(view)
    if (known !== undefined) return known
    const { words, unclear } = this.page
    let sum = 0
    for (const { exact, text, weight } of words.of(view)) if (!(exact && unclear.has(text))) sum += weight
    const context = Math.min(sum, MOST_CONTEXT)
    this.contexts.set(view, context)
    return context
  }
}
