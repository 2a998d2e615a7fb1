import { useId, useState } from 'preact/hooks'
import { isolated } from '../format/safe-text.ts'
import { TextContext } from '../i18n/text-context.ts'
import { directionOf, languageOf } from '../i18n/translate.ts'
import { Icon } from '../shared/icon.tsx'
import { accessSettings } from './access-settings.tsx'
import { cardSettings } from './card-settings.tsx'
import { factSettings } from './fact-settings.tsx'
import { fileSettings } from './file-settings.tsx'
import { languageSettings } from './language-settings.tsx'
import { markSettings } from './mark-settings.tsx'
import type { OptionsProps } from './options-props.ts'
import { ownSettings } from './own-settings.tsx'
import { findSettings, type SettingGroup } from './setting.ts'

const GROUPS = [
  accessSettings,
  markSettings,
  cardSettings,
  languageSettings,
  factSettings,
  ownSettings,
  fileSettings,
]

/** The reader's choices: few, grouped, searchable. A change holds at once, everywhere. */
export function Options(props: OptionsProps) {
  const { t } = props
  const id = useId()
  const [query, setQuery] = useState('')
  const groups = findSettings(
    GROUPS.map((group) => group(props)),
    query,
  )
  return (
    <TextContext.Provider value={t}>
      <div class="backgrounder settings" lang={languageOf(t)} dir={directionOf(t)}>
        <main class="settings-main">
          <header class="settings-head">
            <h1 class="name settings-title">{t('settings.title')}</h1>
            <search class="search">
              <Icon name="search" />
              <label class="unseen" for={id}>
                {t('settings.find')}
              </label>
              <input
                id={id}
                class="search-field"
                type="text"
                autocomplete="off"
                spellcheck={false}
                placeholder={t('settings.find')}
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
                onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
              />
              {query !== '' && (
                <button
                  type="button"
                  class="icon-button"
                  title={t('search.clear')}
                  onClick={() => setQuery('')}
                >
                  <Icon name="close" />
                  <span class="unseen">{t('search.clear')}</span>
                </button>
              )}
            </search>
          </header>
          <p class="empty" role="status">
            {groups.length === 0 && t('settings.nothing', [isolated(query)])}
          </p>
          {groups.map((group) => (
            <Group key={group.id} {...group} />
          ))}
        </main>
      </div>
    </TextContext.Provider>
  )
}

function Group({ id, title, settings }: SettingGroup) {
  return (
    <section class="setting-group" aria-labelledby={`group-${id}`}>
      <h2 class="section-title" id={`group-${id}`}>
        {title}
      </h2>
      {settings.map((setting) => (
        <div key={setting.id} class="setting" data-setting={setting.id}>
          {setting.view}
        </div>
      ))}
    </section>
  )
}
