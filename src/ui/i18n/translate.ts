import { visibleText } from '../format/safe-text.ts'
import type { Messages } from './messages.ts'

/** A key of the message catalogue (assets/locales). */
export type MessageKey = keyof Messages

/** A value that a message may have put into it. */
export type Substitution = string | number

/** What a message wants besides its key: nothing, a list of exactly so many values, or a count that chooses the form. */
type Arguments<Wanted> = Wanted extends 'plural'
  ? [count: number, substitutions?: readonly [Substitution]]
  : Wanted extends 0
    ? []
    : [substitutions: Tuple<Wanted>]

type Tuple<Length> = Length extends 1
  ? readonly [Substitution]
  : Length extends 2
    ? readonly [Substitution, Substitution]
    : Length extends 3
      ? readonly [Substitution, Substitution, Substitution]
      : never

/**
 * Gives the text of a message in the reader's language. The shape is that of `i18n.t` of @wxt-dev/i18n,
 * narrowed to the catalogue: a missing key, value or count does not compile.
 */
export type Translate = <K extends MessageKey>(key: K, ...values: Arguments<Messages[K]>) => string

/** The messages that take no value, so that a table of keys can be translated at once. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends 0 ? K : never }[MessageKey]

/** The groups of messages that name a term of a bundle. */
export type TermGroup = 'property' | 'relation' | 'kind' | 'scheme'

/**
 * The catalogue's key for a term. Browsers allow no hyphen in the name of a message, so that
 * `secretary-general` is found under `secretary_general`.
 */
export const termKey = (group: TermGroup, id: string): string => `${group}.${id.replaceAll('-', '_')}`

/** The label of a term; a term without a message reads as its id with spaces, rather than as nothing. */
export function termLabel(t: Translate, group: TermGroup, id: string): string {
  const label = (t as (key: string) => string)(termKey(group, id))
  return label || visibleText(id).replaceAll('-', ' ')
}

/**
 * The words for a code of a closed list (`why.evidence.related`), hyphens written as underscores; a code that
 * the catalogue lacks reads as itself. The list's own test sees to it that each has words.
 */
export function wordsFor(t: Translate, code: string, values?: readonly [Substitution]): string {
  const words = (t as (key: string, values?: readonly [Substitution]) => string)(
    code.replaceAll('-', '_'),
    values,
  )
  return words || code
}

/** The language of the catalogue in use (BCP 47): dates and numbers are written in it, so that no text mixes two. */
export const languageOf = (t: Translate): string => t('meta.language')

/** The direction of the catalogue's script. */
export const directionOf = (t: Translate): 'ltr' | 'rtl' => (t('meta.direction') === 'rtl' ? 'rtl' : 'ltr')
