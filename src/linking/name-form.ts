import type { Candidate } from '../matching/types.ts'
import { kindAt, SMALL } from '../text/letters.ts'

/** A name where it stands. Offsets are UTF-16 units into its block, or into the surface of the form that it lies in. */
export interface FoundName {
  readonly start: number
  readonly end: number
  readonly form: NameForm
}

/**
 * A way in which texts write names: the names that fit it, and the shorter ones inside it. Pages repeat a few forms
 * many times, so each is taken apart once, and numbered by who reads a page, to keep what the page makes of it.
 */
export class NameForm {
  /** As it stands in the text. */
  readonly surface: string
  /** Numbers of the names that fit, as in `Candidate`. */
  readonly names: readonly number[]
  readonly inner: readonly FoundName[]
  /** Whether it has no small letter. */
  readonly isCapitals: boolean
  /** The reading that has last come upon it (`nextReading`), and the number that it gave it. */
  seenBy = 0
  slot = 0
  private keys: readonly string[] | undefined

  constructor(surface: string, names: readonly number[], inner: readonly FoundName[]) {
    this.surface = surface
    this.names = names
    this.inner = inner
    this.isCapitals = !hasSmall(surface)
  }

  /** The `refKey`s of all that its names and those inside it belong to, each once; `keyOf` gives that of a name. */
  keysNamed(keyOf: (number: number) => string): readonly string[] {
    this.keys ??= [
      ...new Set([...this.names.map(keyOf), ...this.inner.flatMap(({ form }) => form.keysNamed(keyOf))]),
    ]
    return this.keys
  }

  /** Whether a candidate of a text is written so. */
  fits(text: string, { start, end, names }: Candidate): boolean {
    const { surface, names: own } = this
    if (end - start !== surface.length || names.length !== own.length) return false
    for (let at = 0; at < names.length; at += 1) if (names[at] !== own[at]) return false
    return text.startsWith(surface, start)
  }
}

function hasSmall(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (kindAt(text, at) & SMALL) return true
  return false
}

/** A number for what reads a page from here to its next pause; no other reading has it. */
export function nextReading(): number {
  readings += 1
  return readings
}

let readings = 0
