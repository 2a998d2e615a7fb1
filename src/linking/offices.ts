import { foldKey } from '../text/fold.ts'
import { HEAD_WORDS } from './titles.ts'
import type { EntityView } from './view.ts'

/** An office found by its title. */
export interface Office {
  readonly position: EntityView
  /** True for a title of the office's own; false for "chief" and "head", which fit any. */
  readonly specific: boolean
}

/** The offices of one organisation by what their holders are called, as folded keys. */
export interface Offices {
  /** Every title, as a folded key. */
  readonly titles: Iterable<string>
  /** Plural titles mean the same: "the Secretaries-General of SCO and ITU". */
  called(title: string): Office | undefined
  /** Whether a folded word may begin or end a title; most words next to an organisation do neither. */
  mayBegin(word: string): boolean
  mayEnd(word: string): boolean
}

/** Gives the offices of an organisation. */
export type OfficesOf = (organisation: EntityView) => Offices

/** Reads the offices of organisations, each once; `views` holds their positions. */
export function officesIn(views: ReadonlyMap<string, EntityView>): OfficesOf {
  return (organisation) => {
    const known = officesOfViews.get(organisation)
    if (known) return known
    const offices = readOffices(organisation, views)
    officesOfViews.set(organisation, offices)
    return offices
  }
}

/** Kept as long as the view of the organisation: pages share them, and those of its positions are read with it. */
const officesOfViews = new WeakMap<EntityView, Offices>()

function readOffices({ offices, heads }: EntityView, views: ReadonlyMap<string, EntityView>): Offices {
  const byTitle = new Map<string, Office>()
  const [head, ...otherHeads] = heads.flatMap((key) => views.get(key) ?? [])
  if (head && otherHeads.length === 0)
    for (const word of HEAD_WORDS) byTitle.set(word, { position: head, specific: false })
  for (const position of offices.flatMap((key) => views.get(key) ?? []))
    for (const title of position.position?.titles ?? [])
      if (byTitle.get(title)?.specific !== true) byTitle.set(title, { position, specific: true })
  addHeads(byTitle)
  const words = [...byTitle.keys()].map((title) => title.split(' '))
  const first = new Set(words.flatMap(([word = '']) => [word, plural(word)]))
  const last = new Set(words.flatMap((each) => [each.at(-1) ?? '', plural(each.at(-1) ?? '')]))
  return {
    titles: byTitle.keys().toArray(),
    called: (title) => byTitle.get(title) ?? specificOnly(byTitle.get(singular(title))),
    mayBegin: (word) => first.has(word),
    mayEnd: (word) => last.has(word),
  }
}

/** "High Commissioner" for "High Commissioner for Refugees", where no other office of the same body is called so. */
function addHeads(byTitle: Map<string, Office>): void {
  const heads = new Map<string, Office | undefined>()
  for (const [title, office] of byTitle) {
    const head = /^(\S+ \S+) for /u.exec(title)?.[1]
    if (head === undefined || byTitle.has(head)) continue
    const known = heads.get(head)
    const isShared = heads.has(head) && known?.position.key !== office.position.key
    heads.set(head, isShared ? undefined : office)
  }
  for (const [head, office] of heads) if (office) byTitle.set(head, office)
}

/** "The leaders of the SCO" are those of its members. */
const specificOnly = (office: Office | undefined): Office | undefined =>
  office?.specific ? office : undefined

const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`)

/** The folded key of a title in the singular: "secretaries general" gives "secretary general". */
export const singular = (title: string): string => title.replace(/ies\b/gu, 'y').replace(/(?<=[^s])s\b/gu, '')

/** The folded words of which a folded word may be the singular. */
export const pluralsOf = (word: string): readonly string[] =>
  word.endsWith('y') ? [`${word}s`, `${word.slice(0, -1)}ies`] : [`${word}s`]

/** The folded key of a title as it stands on the page. */
export const titleKey = (words: string): string => foldKey(words)
