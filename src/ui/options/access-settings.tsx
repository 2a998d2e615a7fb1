import { useId } from 'preact/hooks'
import { isolated } from '../format/safe-text.ts'
import type { Translate } from '../i18n/translate.ts'
import { type Line, LineList, Lines, SwitchRow } from './controls.tsx'
import type { OptionsProps } from './options-props.ts'
import { PatternForm } from './pattern-form.tsx'
import type { SettingGroup } from './setting.ts'

/** Where pages are read and marked. */
export function accessSettings(props: OptionsProps): SettingGroup {
  const { t, settings, onChange } = props
  const hosts = (key: 'disabledHosts' | 'enabledHosts' | 'offPatterns'): Line[] =>
    settings[key].map((host) =>
      line(host, t('settings.remove', [isolated(host)]), () =>
        onChange({ ...settings, [key]: settings[key].filter((each) => each !== host) }),
      ),
    )
  const addPattern = (pattern: string) => {
    if (!settings.offPatterns.includes(pattern))
      onChange({ ...settings, offPatterns: [...settings.offPatterns, pattern] })
  }
  return {
    id: 'access',
    title: t('settings.access'),
    settings: [
      {
        id: 'enabled',
        texts: [t('settings.enabled'), t('settings.enabled_help')],
        view: (
          <SwitchRow
            label={t('settings.enabled')}
            help={t('settings.enabled_help')}
            isOn={settings.enabled}
            onSwitch={(enabled) => onChange({ ...settings, enabled })}
          />
        ),
      },
      {
        id: 'granted',
        texts: [grantedText(props), t('settings.allow_all'), ...(props.access?.origins ?? [])],
        view: <Granted {...props} />,
      },
      {
        id: 'off-patterns',
        texts: [t('settings.off_patterns'), t('settings.off_patterns_help'), ...settings.offPatterns],
        view: (
          <>
            <LineList label={t('settings.off_patterns')} lines={hosts('offPatterns')} />
            <PatternForm onAdd={addPattern} />
          </>
        ),
      },
      {
        id: 'off-sites',
        texts: [t('settings.off_sites'), ...settings.disabledHosts],
        view: <LineList label={t('settings.off_sites')} lines={hosts('disabledHosts')} />,
      },
      {
        id: 'on-sites',
        texts: [t('settings.on_sites'), ...settings.enabledHosts],
        view: <LineList label={t('settings.on_sites')} lines={hosts('enabledHosts')} />,
      },
    ],
  }
}

const line = (text: string, removal: string, onRemove: () => void): Line => ({
  key: text,
  text,
  removal,
  onRemove,
})

function Granted(props: OptionsProps) {
  const { t, access, onAllowAll, onRevoke } = props
  const id = useId()
  const lines = (access?.origins ?? []).map((origin) =>
    line(siteOf(origin), t('settings.revoke_site', [isolated(siteOf(origin))]), () => onRevoke(origin)),
  )
  return (
    <div class="setting-row">
      <p class="setting-line">
        <span id={id}>{grantedText(props)}</span>
        {/* It keeps its place until it is known what it is for. */}
        {access?.all ? (
          <button type="button" class="button" onClick={() => onRevoke('<all_urls>')}>
            {t('settings.revoke')}
          </button>
        ) : (
          <button type="button" class="button" hidden={!access} onClick={onAllowAll}>
            {t('settings.allow_all')}
          </button>
        )}
      </p>
      {lines.length > 0 && <Lines labelledBy={id} lines={lines} />}
    </div>
  )
}

function grantedText({ t, access }: { t: Translate; access: OptionsProps['access'] }): string {
  if (!access) return ''
  if (access.all) return t('settings.granted_all')
  const { length } = access.origins
  return length === 0 ? t('settings.granted_none') : t('settings.granted', length)
}

/** `*://example.org/*` as a reader would write it. */
const siteOf = (origin: string): string => origin.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '')
