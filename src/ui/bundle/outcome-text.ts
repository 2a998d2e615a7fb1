import { adviceFor, SYNC_ERROR_CODES, type SyncAdvice, type SyncErrorCode } from '../../model/sync-error.ts'
import type { UpdateOutcome } from '../../model/update-outcome.ts'
import { formatCount } from '../format/instants.ts'
import type { Translate } from '../i18n/translate.ts'

/** How an update ended, in words, and how to show it. */
export interface OutcomeText {
  readonly tone: 'success' | 'plain' | 'danger'
  readonly title: string
  readonly text: string
  /** Where and how it failed, for a report; as the code that failed said it. */
  readonly detail?: string
}

/** Tells how an update ended: what changed, or what went wrong and that nothing was lost. */
export function outcomeText(outcome: UpdateOutcome, t: Translate): OutcomeText {
  switch (outcome.outcome) {
    case 'updated':
      return {
        tone: 'success',
        title: t('sync.updated', [outcome.generation]),
        text: changesText(outcome, t),
      }
    case 'current':
      return {
        tone: 'success',
        title: t('sync.current_title'),
        text: t('sync.current', [outcome.generation]),
      }
    case 'no-subscription':
      return { tone: 'plain', title: t('sync.no_subscription_title'), text: t('sync.no_subscription') }
    case 'failed':
      return {
        tone: 'danger',
        title: t('sync.failed'),
        text: failureText(outcome.code, t),
        detail: [outcome.where, outcome.detail].filter((part) => part !== '').join(': '),
      }
  }
}

type Updated = Extract<UpdateOutcome, { outcome: 'updated' }>

function changesText({ added, changed, removed }: Updated, t: Translate): string {
  const counts = [added, changed, removed].map((count) => formatCount(count, t))
  return t('sync.changes', [counts[0] ?? '', counts[1] ?? '', counts[2] ?? ''])
}

/** What an error code means to a reader, and what can be done; a code that is not known is told as such. */
function failureText(code: string, t: Translate): string {
  if (!isSyncErrorCode(code)) return t('sync.error.unknown')
  return t('list.sentences', [textFor(errorKey(code), t), textFor(adviceKey(adviceFor(code)), t)])
}

const isSyncErrorCode = (code: string): code is SyncErrorCode =>
  (SYNC_ERROR_CODES as readonly string[]).includes(code)

/** Browsers allow no hyphen in the name of a message. */
const textFor = (key: string, t: Translate): string => (t as (key: string) => string)(key)

/** The catalogue's key for an error code. */
export const errorKey = (code: SyncErrorCode): string => `sync.error.${code.replaceAll('-', '_')}`

/** The catalogue's key for what a reader can do about a failure. */
export const adviceKey = (advice: SyncAdvice): string => `sync.advice.${advice.replaceAll('-', '_')}`
