import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../model/settings.ts'
import { SelectRow } from './controls.tsx'
import type { OptionsProps } from './options-props.ts'
import type { SettingGroup } from './setting.ts'

/** The languages by their own names: whoever looks for theirs need not know any other. */
const OWN_NAMES: Readonly<Record<Exclude<InterfaceLanguage, 'auto'>, string>> = {
  en: 'English',
  ru: 'Русский',
  zh_CN: '简体中文',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
}

/** The language of the interface. */
export function languageSettings({ t, settings, onChange }: OptionsProps): SettingGroup {
  const choices = INTERFACE_LANGUAGES.map((value) => ({
    value,
    label: value === 'auto' ? t('settings.language_auto') : OWN_NAMES[value],
  }))
  return {
    id: 'language',
    title: t('settings.language'),
    settings: [
      {
        id: 'language',
        texts: [t('settings.language'), ...choices.map(({ label }) => label)],
        view: (
          <SelectRow
            label={t('settings.language')}
            choices={choices}
            value={settings.language}
            onChoose={(language) => onChange({ ...settings, language })}
          />
        ),
      },
    ],
  }
}
