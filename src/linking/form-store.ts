import type { Candidate } from '../matching/types.ts'
import { isWordAt } from '../text/letters.ts'
import { type FoundName, NameForm } from './name-form.ts'

/** So many forms are kept at most; then the store begins anew. A form takes some 300 bytes. */
const MOST_KEPT = 20_000
/** So many spellings of one name are kept: a page may write it in thousands of ways. */
const MOST_SPELLINGS = 16

/** The forms that names had so far, each taken apart once. */
export class FormStore {
  private readonly spellings = new Map<number, NameForm[]>()
  private count = 0
  private readonly scanAll: (surface: string) => readonly Candidate[]

  /** `scanAll` gives all candidates of a surface, those inside others too. */
  constructor(scanAll: (surface: string) => readonly Candidate[]) {
    this.scanAll = scanAll
  }

  /** The form of a candidate of a text. */
  formOf(text: string, candidate: Candidate): NameForm {
    const first = candidate.names[0] as number
    const known = this.spellings.get(first)
    if (known) for (const form of known) if (form.fits(text, candidate)) return form
    const form = this.read(text.slice(candidate.start, candidate.end), candidate.names)
    if (known && known.length >= MOST_SPELLINGS) return form
    if (this.count >= MOST_KEPT) {
      this.spellings.clear()
      this.count = 0
    }
    this.spellings.set(first, [...(this.spellings.get(first) ?? []), form])
    this.count += 1
    return form
  }

  /** One word holds no other name, so most acronyms need no second look; Chinese has no spaces between its words. */
  private read(surface: string, names: readonly number[]): NameForm {
    const inner = isOneWord(surface) ? NONE : nest(surface, this.scanAll(surface), 0, surface.length)
    return new NameForm(surface, names, inner)
  }
}

const NONE: readonly FoundName[] = []

function isOneWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1)
    if (!isWordAt(text, at) || text.charCodeAt(at) >= FIRST_WITHOUT_SPACES) return false
  return true
}

const FIRST_WITHOUT_SPACES = 0x2e80

/** The candidates of a surface within a stretch of it, which is none of them. */
function nest(surface: string, all: readonly Candidate[], from: number, to: number): readonly FoundName[] {
  let inner: FoundName[] | undefined
  let taken = from
  for (const { start, end, names } of all) {
    if (start < taken || end > to || (start === from && end === to)) continue
    inner ??= []
    const form = new NameForm(surface.slice(start, end), names, nest(surface, all, start, end))
    inner.push({ start: start - from, end: end - from, form })
    taken = end
  }
  return inner ?? NONE
}
