/** What is being made ready, and how far it is: entities read of all. The names come first: pages wait for them. */
export interface BuildProgress {
  readonly index: 'names' | 'search'
  readonly done: number
  readonly total: number
}

/** Where the index of the search of what is installed now stands. */
export type Preparation =
  | { readonly state: 'ready' }
  | { readonly state: 'building'; readonly progress: BuildProgress }
