import { refKey } from '../../model/ids.ts'
import type { Mute } from '../../model/mute.ts'
import { isolated } from '../format/safe-text.ts'
import type { Translate } from '../i18n/translate.ts'
import { ConfirmButton } from './confirm-button.tsx'
import { type Line, LineList } from './controls.tsx'
import { FileButton } from './file-button.tsx'
import type { NamedMute, OptionsProps } from './options-props.ts'
import type { SettingGroup } from './setting.ts'

/** What the reader wrote and muted: listed, removable, to be taken along. */
export function ownSettings(props: OptionsProps): SettingGroup {
  const { t, own, mutes } = props
  const { notes, aliases } = own.layer
  const noteLines = notes.map(
    ({ entity, name, text }): Line => ({
      key: refKey(entity),
      text: `${name}: ${text.slice(0, 120)}`,
      removal: t('own.remove', [isolated(name)]),
      onRemove: () => void own.saveNote({ entity, name, kind: 'document' }, ''),
    }),
  )
  const nameLines = aliases.map(
    ({ entity, name, text }): Line => ({
      key: `${refKey(entity)} ${text}`,
      text: t('settings.name_of', [isolated(text), isolated(name)]),
      removal: t('own.remove', [isolated(text)]),
      onRemove: () => void own.removeName(entity, text),
    }),
  )
  const muteLines = mutes.map(
    (each): Line => ({
      key: `${refKey(each.mute.entity)} ${JSON.stringify(each.mute.scope)}`,
      text: muteText(each, t),
      removal: t('settings.remove', [isolated(each.name)]),
      onRemove: () => props.onUnmute(each.mute),
    }),
  )
  const list = (id: string, label: string, lines: readonly Line[]) => ({
    id,
    texts: [label, ...lines.map(({ text }) => text)],
    view: <LineList label={label} lines={lines} />,
  })
  return {
    id: 'own',
    title: t('settings.own'),
    settings: [
      list('notes', t('settings.own_notes', notes.length), noteLines),
      list('names', t('settings.own_names', aliases.length), nameLines),
      list('mutes', t('settings.own_mutes', mutes.length), muteLines),
      {
        id: 'own-file',
        texts: [t('settings.own_export'), t('settings.own_import'), t('settings.own_export_help')],
        view: <OwnFile {...props} />,
      },
    ],
  }
}

function OwnFile({ t, onExportOwn, onImportOwn, onDeleteOwn }: OptionsProps) {
  return (
    <div class="setting-row">
      <p class="soft small">{t('settings.own_export_help')}</p>
      <div class="choices">
        <button type="button" class="button" onClick={() => void onExportOwn()}>
          {t('settings.own_export')}
        </button>
        <FileButton
          label={t('settings.own_import')}
          accept=".yaml,.yml,.json"
          done={t('settings.imported_own')}
          onFile={onImportOwn}
        />
        <ConfirmButton
          label={t('settings.delete_own')}
          confirm={t('settings.delete_own_confirm')}
          done={t('settings.deleted')}
          onConfirm={onDeleteOwn}
        />
      </div>
    </div>
  )
}

function muteText({ mute, name }: NamedMute, t: Translate): string {
  const scope: Mute['scope'] = mute.scope
  if (scope.reach === 'everywhere') return t('settings.mute_everywhere', [isolated(name)])
  if (scope.reach === 'page') return t('settings.mute_page', [isolated(name)])
  return t('settings.mute_site', [isolated(name), isolated(scope.host)])
}
