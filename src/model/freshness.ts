/** When the publisher last confirmed what is installed. Instants are ISO 8601 (UTC). */
export interface Confirmation {
  readonly at: string
  /** After it the publisher's own word is no longer good. */
  readonly until: string
}

/** Why a bundle may be out of date; `since`: an ISO 8601 instant (UTC). */
export type Staleness =
  /** Its publisher's word has expired: since then nobody says that these facts are the newest. */
  | { readonly kind: 'unconfirmed'; readonly since: string }
  /** Nobody updates it, and it was made long ago. */
  | { readonly kind: 'old'; readonly since: string }

/** As long as a publisher's list of facts is good without another word from it (docs/bundle-format.md): a year. */
const GOOD_MS = 365 * 86_400_000

/** Whether a bundle may be out of date at an instant (ISO 8601); undefined while it is good. */
export function stalenessOf(
  { confirmed, created }: { readonly confirmed?: Confirmation; readonly created: string },
  now: string,
): Staleness | undefined {
  const at = Date.parse(now)
  if (confirmed)
    return Date.parse(confirmed.until) > at ? undefined : { kind: 'unconfirmed', since: confirmed.at }
  return at - Date.parse(created) > GOOD_MS ? { kind: 'old', since: created } : undefined
}
