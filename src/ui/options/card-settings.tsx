import { useId } from 'preact/hooks'
import { CARD_OPENINGS, DWELL_RANGE } from '../../model/settings.ts'
import { RadioGroup } from './controls.tsx'
import type { OptionsProps } from './options-props.ts'
import type { SettingGroup } from './setting.ts'

/** Steps of the dwell time, in milliseconds: finer ones nobody feels. */
const DWELL_STEP = 50

/** How the card opens, by pointer and by keyboard. */
export function cardSettings(props: OptionsProps): SettingGroup {
  const { t, settings, onChange } = props
  const openings = CARD_OPENINGS.map((value) => ({ value, label: t(`settings.opening_${value}`) }))
  return {
    id: 'card',
    title: t('settings.card'),
    settings: [
      {
        id: 'opening',
        texts: [t('settings.opening'), ...openings.map(({ label }) => label)],
        view: (
          <RadioGroup
            label={t('settings.opening')}
            choices={openings}
            value={settings.cardOpening}
            onChoose={(cardOpening) => onChange({ ...settings, cardOpening })}
          />
        ),
      },
      { id: 'dwell', texts: [t('settings.dwell')], view: <Dwell {...props} /> },
      {
        id: 'shortcuts',
        texts: [t('settings.shortcuts'), t('settings.shortcuts_help')],
        view: <Shortcuts {...props} />,
      },
    ],
  }
}

function Dwell({ t, settings, onChange }: OptionsProps) {
  const id = useId()
  const isUsed = settings.cardOpening === 'hover' || settings.cardOpening === 'modifier'
  return (
    <div class="setting-row">
      <label for={id}>{t('settings.dwell')}</label>
      <div class="range">
        <input
          id={id}
          type="range"
          min={DWELL_RANGE.least}
          max={DWELL_RANGE.most}
          step={DWELL_STEP}
          value={settings.dwell}
          disabled={!isUsed}
          aria-valuetext={t('settings.milliseconds', [settings.dwell])}
          onChange={(event) => onChange({ ...settings, dwell: Number(event.currentTarget.value) })}
        />
        <output for={id}>{t('settings.milliseconds', [settings.dwell])}</output>
      </div>
    </div>
  )
}

function Shortcuts({ t, shortcuts, onShortcuts }: OptionsProps) {
  return (
    <div class="setting-row">
      <p>{t('settings.shortcuts')}</p>
      <p class="soft small">
        {shortcuts === 'page' ? t('settings.shortcuts_help') : t('settings.shortcuts_firefox')}
      </p>
      {shortcuts === 'page' && (
        <button type="button" class="button" onClick={onShortcuts}>
          {t('settings.shortcuts_open')}
        </button>
      )}
    </div>
  )
}
