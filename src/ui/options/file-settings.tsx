import { ConfirmButton } from './confirm-button.tsx'
import { FileButton } from './file-button.tsx'
import type { OptionsProps } from './options-props.ts'
import type { SettingGroup } from './setting.ts'

/** All settings as a file, and as they were at first. */
export const fileSettings = (props: OptionsProps): SettingGroup => {
  const { t } = props
  return {
    id: 'file',
    title: t('settings.file'),
    settings: [
      {
        id: 'file',
        texts: [t('settings.file_help'), t('settings.export'), t('settings.import')],
        view: <SettingsFile {...props} />,
      },
      {
        id: 'reset',
        texts: [t('settings.reset'), t('settings.reset_help')],
        view: (
          <div class="setting-row">
            <p class="soft small">{t('settings.reset_help')}</p>
            <div class="choices">
              <ConfirmButton
                label={t('settings.reset')}
                confirm={t('settings.reset_confirm')}
                done={t('settings.reset_done')}
                onConfirm={props.onReset}
              />
            </div>
          </div>
        ),
      },
    ],
  }
}

function SettingsFile({ t, onExport, onImport }: OptionsProps) {
  return (
    <div class="setting-row">
      <p class="soft small">{t('settings.file_help')}</p>
      <div class="choices">
        <button type="button" class="button" onClick={() => void onExport()}>
          {t('settings.export')}
        </button>
        <FileButton
          label={t('settings.import')}
          accept=".json"
          done={t('settings.imported')}
          onFile={onImport}
        />
      </div>
    </div>
  )
}
