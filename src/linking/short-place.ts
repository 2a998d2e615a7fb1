/** A place where a generic short form may stand: a determiner and a capitalised word. Offsets are UTF-16 units. */
export interface ShortPlace {
  /** Where the capitalised words begin. */
  readonly start: number
  /** The number of the token that stands there, among those of the page. */
  readonly token?: number
  /** `definite` after "the", `own` after "its"; `bare` where only a title may stand: "elected Secretary-General". */
  readonly lead: 'definite' | 'own' | 'bare'
  /** Whether only the title of an office may stand here: "the former ...". */
  readonly isOfTitle?: true
  /** Whether it begins a sentence in a language in which only a capital tells a name: what follows must be its verb. */
  readonly isOpening?: true
  /** In Chinese the generic form itself, which no white space delimits, and where it ends. */
  readonly form?: { readonly text: string; readonly end: number }
  /** A year between the determiner and the words: "the 2011 Code". */
  readonly year?: { readonly start: number; readonly value: number }
}
