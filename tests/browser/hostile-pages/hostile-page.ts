import type { TestPage } from '../test-page.ts'

/** Marks by display name. */
export type Counts = Readonly<Record<string, number>>

/** One page that does its worst, and what must hold on it all the same. */
export interface HostilePage {
  readonly name: string
  /** The one browser that it is put to: the other takes minutes to load such a page by itself, or knows no such trick. */
  readonly only?: 'chromium'
  /** What it shows that the page layer can stand. */
  readonly proves: string
  /** The body, or the whole document where a type is given. */
  readonly html: string | Uint8Array
  readonly type?: string
  /** The content security policy; the strictest unless told, an empty one for none. */
  readonly policy?: string
  /** What is marked in the end. */
  readonly counts: Counts
  /** What the page does then, and what is marked after that. Runs in the page. */
  readonly act?: () => unknown
  readonly after?: Counts
  /** The page changes its own markup meanwhile, so that it cannot be compared. */
  readonly changes?: true
  /** What else must hold. */
  readonly check?: (page: TestPage) => Promise<void>
}

/** A script for a page's body. */
export const script = (code: string): string => `<script>${code}</script>`
