import type { SyncErrorCode } from './sync-error.ts'

/** Why a text is no subscription link. */
export type LinkProblem = 'not-an-address' | 'not-https' | 'has-credentials' | 'has-query' | 'no-fingerprint'

/** Why a link cannot be shown: its form, or what came when its host was asked. */
export type PreviewProblem =
  | { readonly kind: 'link'; readonly code: LinkProblem }
  | { readonly kind: 'host'; readonly code: SyncErrorCode; readonly where: string; readonly detail: string }

/** Why a bundle was not added. */
export type SubscribeProblem = LinkProblem | 'not-saved' | 'too-many'
