import { matchesSite } from './site-pattern.ts'

/** Which mentions of an entity are marked: all, the first in each section, or the first on the page. */
export const DENSITIES = ['all', 'section', 'page'] as const
export type Density = (typeof DENSITIES)[number]

/** How a mark looks. */
export const MARK_STYLES = ['line', 'dots', 'tint'] as const
export type MarkStyle = (typeof MARK_STYLES)[number]

/** What opens a card: resting on a mark, the same with Alt held, a click on it, or nothing (the keyboard still does). */
export const CARD_OPENINGS = ['hover', 'modifier', 'click', 'off'] as const
export type CardOpening = (typeof CARD_OPENINGS)[number]

/** How long the pointer rests on a mark before its card opens, in milliseconds: the shortest and the longest choice. */
export const DWELL_RANGE = { least: 0, most: 2_000 } as const

/** Hours between two looks for news of the subscribed bundles: the shortest and the longest choice. */
export const UPDATE_HOURS = { least: 1, most: 720 } as const

/** The languages of the interface (the names of the catalogues); `auto` is the browser's own. */
export const INTERFACE_LANGUAGES = ['auto', 'en', 'ru', 'zh_CN', 'fr', 'es', 'ar'] as const
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]

/** The reader's choices; kept in `storage.local`, so that every part of the extension sees a change at once. */
export interface Settings {
  /** Marks on or off everywhere. */
  readonly enabled: boolean
  /** Hosts (as in `location.host`) where the reader switched marking off. */
  readonly disabledHosts: readonly string[]
  /** Hosts where the reader switched marking on although a pattern of `offPatterns` fits. */
  readonly enabledHosts: readonly string[]
  /** Site patterns (`site-pattern.ts`) where marking is off until the reader switches it on: mail, banks, editors. */
  readonly offPatterns: readonly string[]
  readonly density: Density
  /** Kinds of entities (ids of `ENTITY_KINDS`) that are not marked. */
  readonly unmarkedKinds: readonly string[]
  readonly markStyle: MarkStyle
  /** Whether mentions of the reader's own names, and of private bundles, are painted, where the page could see that they are. */
  readonly paintOwnNames: boolean
  /**
   * Ids of bundles that the reader keeps private. Here and not in the database, so that they stay private when it is
   * lost and made anew.
   */
  readonly privateBundles: readonly string[]
  readonly cardOpening: CardOpening
  /** Milliseconds. */
  readonly dwell: number
  readonly language: InterfaceLanguage
  /** Hours between two looks for news of the subscribed bundles, varied by a fifth; within `UPDATE_HOURS`. */
  readonly updateHours: number
}

/** What holds until the reader chooses. */
export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  disabledHosts: [],
  enabledHosts: [],
  // Where what is open is the reader's own: mail, money, health, and pages that are written rather than read.
  offPatterns: [
    'mail.*',
    'webmail.*',
    'outlook.*',
    'docs.google.com',
    'drive.google.com',
    '*.office.com',
    'onlinebanking.*',
    'banking.*',
    '*.paypal.com',
    'web.whatsapp.com',
    'web.telegram.org',
  ],
  density: 'all',
  unmarkedKinds: [],
  markStyle: 'line',
  paintOwnNames: false,
  privateBundles: [],
  cardOpening: 'hover',
  // Below 200 cards flash up while the pointer crosses the text; from 400 on the page seems slow.
  dwell: 250,
  language: 'auto',
  updateHours: 24,
}

/** Whether pages of a host are to be marked: the reader's own switch of a host outweighs the patterns. */
export function isEnabledOn(settings: Settings, host: string): boolean {
  if (!settings.enabled || settings.disabledHosts.includes(host)) return false
  return settings.enabledHosts.includes(host) || !isOffByPattern(settings, host)
}

/** Whether a pattern of the reader's list switches a host off. */
const isOffByPattern = ({ offPatterns }: Settings, host: string): boolean =>
  offPatterns.some((pattern) => matchesSite(pattern, host))

/** The settings with a bundle kept private, or not any more. */
export const withPrivateBundle = (settings: Settings, bundle: string, isPrivate: boolean): Settings => {
  const others = settings.privateBundles.filter((each) => each !== bundle)
  return { ...settings, privateBundles: isPrivate ? [...others, bundle] : others }
}

/** The settings with one host switched on or off. */
export function withHost(settings: Settings, host: string, enabled: boolean): Settings {
  const without = (hosts: readonly string[]) => hosts.filter((each) => each !== host)
  const disabled = without(settings.disabledHosts)
  const on = without(settings.enabledHosts)
  return {
    ...settings,
    disabledHosts: enabled ? disabled : [...disabled, host],
    enabledHosts: enabled && isOffByPattern(settings, host) ? [...on, host] : on,
  }
}
