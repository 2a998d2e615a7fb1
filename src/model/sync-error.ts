/** Why a bundle was refused by its reader. */
export const BUNDLE_ERROR_CODES = [
  /** `bundle.json` is no strict JSON: often the HTML page of a host that answers 200 for missing files. */
  'not-json',
  /** Another format, or one of its fields is missing or has a wrong value. */
  'wrong-shape',
  /** The bundle asks for a newer version of this extension. */
  'reader-too-old',
  /** Fewer of the publisher's keys signed the content than its rules ask for. */
  'bad-signature',
  /** The first root is another one than the subscription pins. */
  'wrong-root',
  /** A file says another version than the one it was asked for under. */
  'wrong-version',
  /** The host goes back behind a version that was seen before. */
  'rolled-back',
  /** The publisher's own date of expiry has passed. */
  'expired',
  /** More bytes than a limit allows, compressed or not. */
  'too-large',
  /** More or fewer bytes than the signed manifest says. */
  'wrong-length',
  /** Other bytes than the signed manifest says. */
  'wrong-hash',
  /** A part that does not decompress. */
  'bad-gzip',
  /** A line that is no record of the schema. */
  'bad-record',
  /** Records that are not in ascending order of their ids, or an id used twice. */
  'wrong-order',
  /** More or fewer records, aliases, facts or sources than the signed manifest says. */
  'wrong-count',
  /** A record that names an entity which the bundle does not have. */
  'unknown-reference',
  /** `bundle.json` names a file that the signed targets do not, or names it otherwise. */
  'wrong-target',
  /** The records, as they are after an update, do not have the digest that was signed. */
  'wrong-state',
] as const
export type BundleErrorCode = (typeof BUNDLE_ERROR_CODES)[number]

/** Why something could not be stored or read. */
export const STORAGE_ERROR_CODES = [
  /** The browser does not give access to its database: a private window, a full or damaged profile. */
  'storage-unavailable',
  /** The disk or the quota is full. */
  'storage-full',
  /** Anything else that went wrong in the database; nothing of a half-done change is visible. */
  'storage-failed',
  /** Another publisher's bundle with this id is installed. */
  'id-taken',
  /** Another update of the same bundle finished first. */
  'overtaken',
  /** The reader, or the end of the browser's patience, stopped it. */
  'cancelled',
] as const
export type StorageErrorCode = (typeof STORAGE_ERROR_CODES)[number]

/** Why an update could not begin, a file not be fetched, or what came not be taken. */
const UPDATE_ERROR_CODES = [
  /** No connection, no such host, a redirect, or a host that does not let readers in (CORS). */
  'unreachable',
  /** The host has no such file. */
  'not-found',
  /** The host answered with another error. */
  'http-error',
  /** The host sent nothing for too long, or was too slow in all. */
  'too-slow',
  /** The host offers an older generation than the installed one. */
  'older',
  /** The host offers another bundle than the one subscribed to. */
  'other-bundle',
  /** A fault of the extension itself. */
  'internal',
] as const

/** Every way in which an update can fail: a closed list, each with a text in the message catalogue. */
export const SYNC_ERROR_CODES = [
  ...BUNDLE_ERROR_CODES,
  ...STORAGE_ERROR_CODES,
  ...UPDATE_ERROR_CODES,
] as const
export type SyncErrorCode = (typeof SYNC_ERROR_CODES)[number]

/** What went wrong, and where: a file or an entity of the bundle, or the database. `detail` is for a log. */
export interface SyncError<Code extends SyncErrorCode = SyncErrorCode> {
  readonly code: Code
  readonly where: string
  readonly detail: string
}

/** What a reader can do about a failed update: each has a text in the message catalogue. */
export const SYNC_ADVICES = [
  'try-later',
  'tell-publisher',
  'check-link',
  'update-extension',
  'check-browser',
  'none',
] as const
export type SyncAdvice = (typeof SYNC_ADVICES)[number]

const ADVICE: { readonly [C in SyncErrorCode]?: SyncAdvice } = {
  unreachable: 'try-later',
  'http-error': 'try-later',
  'too-slow': 'try-later',
  expired: 'try-later',
  internal: 'try-later',
  'not-found': 'check-link',
  'wrong-root': 'check-link',
  'rolled-back': 'try-later',
  'other-bundle': 'check-link',
  'id-taken': 'check-link',
  'reader-too-old': 'update-extension',
  'storage-unavailable': 'check-browser',
  'storage-full': 'check-browser',
  'storage-failed': 'check-browser',
  overtaken: 'none',
  cancelled: 'none',
}

/** What to do about an error; a bundle that is refused is for its publisher to repair. */
export const adviceFor = (code: SyncErrorCode): SyncAdvice => ADVICE[code] ?? 'tell-publisher'
