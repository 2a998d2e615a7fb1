import { ENTITY_KINDS } from '../../model/entity.ts'
import { DENSITIES, MARK_STYLES, type Settings } from '../../model/settings.ts'
import { RadioGroup, SwitchRow } from './controls.tsx'
import type { OptionsProps } from './options-props.ts'
import type { SettingGroup } from './setting.ts'

/** What is marked, how often and how it looks. */
export function markSettings({ t, settings, onChange }: OptionsProps): SettingGroup {
  const densities = DENSITIES.map((value) => ({ value, label: t(`settings.density_${value}`) }))
  const styles = MARK_STYLES.map((value) => ({ value, label: t(`settings.style_${value}`) }))
  return {
    id: 'marks',
    title: t('settings.marks'),
    settings: [
      {
        id: 'density',
        texts: [t('settings.density'), ...densities.map(({ label }) => label)],
        view: (
          <RadioGroup
            label={t('settings.density')}
            choices={densities}
            value={settings.density}
            onChoose={(density) => onChange({ ...settings, density })}
          />
        ),
      },
      {
        id: 'style',
        texts: [t('settings.style'), ...styles.map(({ label }) => label)],
        view: (
          <RadioGroup
            label={t('settings.style')}
            choices={styles}
            value={settings.markStyle}
            onChoose={(markStyle) => onChange({ ...settings, markStyle })}
          />
        ),
      },
      {
        id: 'kinds',
        texts: [t('settings.kinds'), ...ENTITY_KINDS.map((kind) => t(`kinds.${kind}`))],
        view: (
          <fieldset class="setting-row choice-group">
            <legend>{t('settings.kinds')}</legend>
            {ENTITY_KINDS.map((kind) => (
              <label key={kind} class="choice-row">
                <input
                  type="checkbox"
                  checked={!settings.unmarkedKinds.includes(kind)}
                  onChange={(event) => onChange(withKind(settings, kind, event.currentTarget.checked))}
                />
                <span>{t(`kinds.${kind}`)}</span>
              </label>
            ))}
          </fieldset>
        ),
      },
      {
        id: 'paint-own',
        texts: [t('settings.paint_own'), t('settings.paint_own_help')],
        view: (
          <SwitchRow
            label={t('settings.paint_own')}
            help={t('settings.paint_own_help')}
            isOn={settings.paintOwnNames}
            onSwitch={(paintOwnNames) => onChange({ ...settings, paintOwnNames })}
          />
        ),
      },
    ],
  }
}

function withKind(settings: Settings, kind: string, marked: boolean): Settings {
  const others = settings.unmarkedKinds.filter((each) => each !== kind)
  return { ...settings, unmarkedKinds: marked ? others : [...others, kind] }
}
