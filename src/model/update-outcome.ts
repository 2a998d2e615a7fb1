import type { BundleId } from './ids.ts'

/** How the update of a bundle ended. `code` of a failure is one of the closed set that the catalogue explains. */
export type UpdateOutcome =
  | {
      readonly outcome: 'updated'
      readonly bundle: BundleId
      readonly generation: number
      readonly added: number
      readonly changed: number
      readonly removed: number
    }
  | { readonly outcome: 'current'; readonly generation: number }
  | { readonly outcome: 'failed'; readonly code: string; readonly detail: string }
  | { readonly outcome: 'no-subscription' }
