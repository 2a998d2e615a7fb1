import type { Mute } from '../../model/mute.ts'
import type { Settings } from '../../model/settings.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Own } from '../own/own-context.ts'

/** Where the reader lets the extension read. `origins` are match patterns; `<all_urls>` is not among them. */
export interface SiteAccess {
  readonly all: boolean
  readonly origins: readonly string[]
}

/** A mute and the name of what it mutes. */
export interface NamedMute {
  readonly mute: Mute
  readonly name: string
}

/** Why a file was not taken over; `where` names the field that is wrong. */
export interface ImportProblem {
  readonly code: 'not-json' | 'not-yaml' | 'other-file' | 'wrong-field' | 'unreadable' | 'not-saved'
  readonly where: string
}

export interface OptionsProps {
  readonly t: Translate
  readonly settings: Settings
  /** Undefined until the browser has told. */
  readonly access: SiteAccess | undefined
  readonly own: Own
  readonly mutes: readonly NamedMute[]
  /** `page`: the browser has a page of shortcuts that can be opened; `told`: it can only be told where they are. */
  readonly shortcuts: 'page' | 'told'
  readonly onChange: (settings: Settings) => void
  /** Called within the click, as the browser's own question demands. */
  readonly onAllowAll: () => void
  readonly onRevoke: (origin: string) => void
  readonly onUnmute: (mute: Mute) => void
  readonly onShortcuts: () => void
  readonly onExport: () => Promise<void>
  /** Takes a file of settings over, all of it or nothing; null where it was. */
  readonly onImport: (file: File) => Promise<ImportProblem | null>
  readonly onExportOwn: () => Promise<void>
  readonly onImportOwn: (file: File) => Promise<ImportProblem | null>
  readonly onReset: () => Promise<void>
  readonly onDeleteOwn: () => Promise<void>
}
