/** The reader's choices; kept in `storage.local`, so that every part of the extension sees a change at once. */
export interface Settings {
  /** Marks on or off everywhere. */
  readonly enabled: boolean
  /** Hosts (as in `location.host`) where the reader switched marking off. */
  readonly disabledHosts: readonly string[]
  /** Hours between two looks for news of the subscribed bundles, varied by a fifth; 1 to 720. */
  readonly updateHours: number
}

/** What holds until the reader chooses. */
export const DEFAULT_SETTINGS: Settings = { enabled: true, disabledHosts: [], updateHours: 24 }

/** Whether pages of a host are to be marked. */
export const isEnabledOn = (settings: Settings, host: string): boolean =>
  settings.enabled && !settings.disabledHosts.includes(host)

/** The settings with one host switched on or off. */
export function withHost(settings: Settings, host: string, enabled: boolean): Settings {
  const others = settings.disabledHosts.filter((each) => each !== host)
  return { ...settings, disabledHosts: enabled ? others : [...others, host] }
}
