import type { Translate } from '../i18n/translate.ts'
import { SelectRow } from './controls.tsx'
import type { OptionsProps } from './options-props.ts'
import type { SettingGroup } from './setting.ts'

/** Where the installed facts and the subscriptions are. */
const FACTS_PAGE = '/popup.html#/bundles'

const HOURS_PER_DAY = 24

/** The distances between two updates that are offered, in hours; another one that was imported is offered too. */
const INTERVALS = [1, 6, 12, 24, 3 * HOURS_PER_DAY, 7 * HOURS_PER_DAY, 30 * HOURS_PER_DAY]

/** How often facts are updated, and the way to them. */
export function factSettings({ t, settings, onChange }: OptionsProps): SettingGroup {
  const hours = [...new Set([...INTERVALS, settings.updateHours])].sort((a, b) => a - b)
  const choices = hours.map((each) => ({ value: String(each), label: intervalText(each, t) }))
  return {
    id: 'facts',
    title: t('settings.facts'),
    settings: [
      {
        id: 'update',
        texts: [t('settings.update'), t('settings.update_help')],
        view: (
          <>
            <SelectRow
              label={t('settings.update')}
              choices={choices}
              value={String(settings.updateHours)}
              onChoose={(value) => onChange({ ...settings, updateHours: Number(value) })}
            />
            <p class="soft small">{t('settings.update_help')}</p>
          </>
        ),
      },
      {
        id: 'facts',
        texts: [t('settings.facts_help'), t('settings.facts_open')],
        view: (
          <div class="setting-row">
            <p class="soft small">{t('settings.facts_help')}</p>
            <a href={FACTS_PAGE}>{t('settings.facts_open')}</a>
          </div>
        ),
      },
    ],
  }
}

const intervalText = (hours: number, t: Translate): string =>
  hours % HOURS_PER_DAY === 0
    ? t('settings.every_days', hours / HOURS_PER_DAY)
    : t('settings.every_hours', hours)
