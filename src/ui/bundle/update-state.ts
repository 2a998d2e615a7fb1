import type { UpdateOutcome } from '../../model/update-outcome.ts'

/** The last update that the reader can be told of. `at` is an ISO 8601 instant. */
export interface LastUpdate {
  readonly at: string
  readonly outcomes: readonly UpdateOutcome[]
}

/** An update that the reader asked for. */
export type UpdateState =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'ended'; readonly outcomes: readonly UpdateOutcome[] }
  /** The background did not answer. */
  | { readonly state: 'unanswered' }

/** What is to be shown of updates: the one just made, else the last one on record, else nothing. */
export function outcomesToShow(state: UpdateState, last: LastUpdate | undefined): readonly UpdateOutcome[] {
  if (state.state === 'ended') return state.outcomes
  return state.state === 'idle' ? (last?.outcomes ?? []) : []
}
