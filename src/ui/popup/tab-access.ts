import type { PageMarks } from '../../model/page-marks.ts'

/** Why the browser lets no extension read a page. */
export type ClosedPage = 'browser-page' | 'extension-store' | 'local-file' | 'not-a-document' | 'refused'

/** How far the reader's access goes: this page until it is left, this site, or all sites. */
export type AccessScope = 'page' | 'site' | 'all'

/** What the popup can tell of the tab that it was opened on. `host` as in `location.host`, empty where the browser does not tell it. */
export type TabAccess =
  /** Opened as a page of its own: there is no tab to tell of. */
  | { readonly state: 'none' }
  /** The page has been asked and has not answered yet. */
  | { readonly state: 'asking'; readonly host: string }
  /** `lasting`: the reader has allowed the site, so that its pages are marked without being asked. */
  | { readonly state: 'marks'; readonly host: string; readonly marks: PageMarks; readonly lasting: boolean }
  /** The reader has not allowed the extension there. */
  | { readonly state: 'no-access'; readonly host: string }
  | { readonly state: 'closed'; readonly why: ClosedPage }
