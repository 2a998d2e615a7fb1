import { TextContext, useText } from '../i18n/text-context.ts'
import { directionOf, languageOf, type PlainKey } from '../i18n/translate.ts'
import { Icon } from '../shared/icon.tsx'
import { AccessOptions, type AccessOptionsProps } from './access-options.tsx'
import { Sample, type SampleProps } from './sample.tsx'

export interface WelcomeProps extends SampleProps, AccessOptionsProps {}

/** What the extension does, what it never does, and the choice of where it may. */
export function Welcome({ t, ...props }: WelcomeProps) {
  return (
    <TextContext.Provider value={t}>
      <div class="backgrounder welcome" lang={languageOf(t)} dir={directionOf(t)}>
        <main class="welcome-main">
          <header>
            <h1 class="name welcome-title">{t('welcome.title')}</h1>
            <p class="lead">{t('welcome.lead')}</p>
          </header>
          <Sample {...props} t={t} />
          <AccessOptions access={props.access} onAllowAll={props.onAllowAll} />
          <Promises />
        </main>
      </div>
    </TextContext.Provider>
  )
}

const PROMISES: readonly PlainKey[] = [
  'welcome.promise_local',
  'welcome.promise_untouched',
  'welcome.promise_sources',
]

function Promises() {
  const t = useText()
  return (
    <section aria-labelledby="welcome-promises">
      <h2 class="section-title" id="welcome-promises">
        {t('welcome.promises')}
      </h2>
      <ul class="promises">
        {PROMISES.map((key) => (
          <li key={key}>
            <Icon name="check" />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
