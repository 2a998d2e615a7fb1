import { useId } from 'preact/hooks'
import { useText } from '../i18n/text-context.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { Icon } from '../shared/icon.tsx'

interface SwitchProps {
  readonly label: string
  readonly help?: string
  readonly isOn: boolean
  readonly onSwitch: (on: boolean) => void
}

/** One thing on or off, with what that means. */
export function SwitchRow({ label, help, isOn, onSwitch }: SwitchProps) {
  const id = useId()
  return (
    <div class="setting-row">
      <label class="switch switch-row">
        <span>{label}</span>
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          {...(help !== undefined && { 'aria-describedby': id })}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </label>
      {help !== undefined && (
        <p class="soft small" id={id}>
          {help}
        </p>
      )}
    </div>
  )
}

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
}

interface ChoicesProps<V extends string> {
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V
  readonly onChoose: (value: V) => void
}

/** One of a few. */
export function RadioGroup<V extends string>({ label, choices, value, onChoose }: ChoicesProps<V>) {
  const name = useId()
  return (
    <fieldset class="setting-row choice-group">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="choice-row">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** One of many. */
export function SelectRow<V extends string>({ label, choices, value, onChoose }: ChoicesProps<V>) {
  const id = useId()
  return (
    <div class="setting-row">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field select"
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value as V)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export interface Line {
  readonly key: string
  readonly text: string
  /** What the button that removes it says. */
  readonly removal: string
  readonly onRemove: () => void
}

interface LineListProps {
  readonly label: string
  readonly lines: readonly Line[]
}

/** Things that the reader put there, each removable. */
export function LineList({ label, lines }: LineListProps) {
  const t = useText()
  const id = useId()
  return (
    <div class="setting-row">
      <p id={id} class="list-label">
        {label}
      </p>
      {lines.length === 0 ? (
        <p class="soft small">{t('settings.none')}</p>
      ) : (
        <Lines labelledBy={id} lines={lines} />
      )}
    </div>
  )
}

interface LinesProps {
  /** The id of what says what they are. */
  readonly labelledBy: string
  readonly lines: readonly Line[]
}

/** The lines by themselves. */
export function Lines({ labelledBy, lines }: LinesProps) {
  return (
    <ul class="lines" aria-labelledby={labelledBy}>
      {lines.map(({ key, text, removal, onRemove }) => (
        <li key={key} class="line">
          <ForeignText text={text} />
          <button type="button" class="icon-button" title={removal} onClick={onRemove}>
            <Icon name="close" />
            <span class="unseen">{removal}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
