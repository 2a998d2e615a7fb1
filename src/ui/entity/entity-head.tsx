import type { EntityRecord, LocalText } from '../../model/entity.ts'
import { useText } from '../i18n/text-context.ts'
import { languageOf } from '../i18n/translate.ts'
import { ForeignText } from '../shared/foreign-text.tsx'
import { KindLabel } from '../shared/kind-label.tsx'

interface EntityHeadProps {
  readonly record: EntityRecord
  readonly name: string
  readonly description: string
}

/** More would be a list of spellings; the search finds by all of them. */
const MOST_OTHER_NAMES = 5
/** The letters of three lines of the popup: the full titles of a treaty would fill it before its first fact. */
const MOST_LETTERS = 130

/** Kind, name, other names and the one line that says what it is. */
export function EntityHead({ record, name, description }: EntityHeadProps) {
  const t = useText()
  const others = otherNames(record, name, languageOf(t))
  return (
    <header class="entity-head">
      <KindLabel kind={record.kind} />
      <h1 class="name entity-name" tabIndex={-1}>
        <ForeignText text={name} />
      </h1>
      <p class="description">
        <ForeignText text={description} />
      </p>
      {others.length > 0 && (
        <p class="other-names">
          <span class="unseen">{t('entry.also')}</span>
          {others.map(({ text, lang }) => (
            <span key={text} class="other-name" lang={lang}>
              <ForeignText text={text} />
            </span>
          ))}
        </p>
      )}
    </header>
  )
}

/** First those in the reader's language, then the names proper in other languages. */
function otherNames({ names, aliases }: EntityRecord, name: string, language: string): LocalText[] {
  const isOwn = ({ lang }: LocalText) => primary(lang) === primary(language)
  const ordered = [...[...names, ...aliases].filter(isOwn), ...names.filter((each) => !isOwn(each))]
  const distinct = new Map(ordered.map((each) => [each.text, each]))
  distinct.delete(name)
  return withinLetters([...distinct.values()].slice(0, MOST_OTHER_NAMES))
}

/** As many as there is room for, at least one. */
function withinLetters(names: readonly LocalText[]): LocalText[] {
  let letters = 0
  return names.filter(({ text }, index) => {
    letters += text.length
    return index === 0 || letters <= MOST_LETTERS
  })
}

const primary = (language: string): string => language.split('-', 1)[0] ?? ''
