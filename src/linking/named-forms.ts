import type { LocalText } from '../model/entity.ts'
import { type Language, languageOf } from './languages.ts'
import { shortFormsOf } from './short-forms.ts'
import { type Spot, surfaceOf } from './spot.ts'
import type { EntityView } from './view.ts'

/** The short forms of the name as it stands at a spot. */
export function shortFormsAt(spot: Spot): readonly string[] {
  const lang = languageOf(spot.block.lang)
  const read = () => shortFormsOf({ text: surfaceOf(spot), lang })
  return spot.form ? kept(spot.form, lang, read) : read()
}

/** The short forms of the display names of an entity that matter to a text: those of its language, and the English one. */
export const shortFormsOfView = (view: EntityView, lang: Language): readonly string[] =>
  kept(view, lang, () => [...new Set(namesIn(view, lang).flatMap(shortFormsOf))])

const namesIn = ({ names }: EntityView, lang: Language): LocalText[] =>
  names.filter((each) => languageOf(each.lang) === lang || each.lang.startsWith('en'))

/** The short forms that a name and its entity bring. */
export const shortFormsIn = (spot: Spot, view: EntityView): ReadonlySet<string> =>
  new Set([...shortFormsAt(spot), ...shortFormsOfView(view, languageOf(spot.block.lang))])

/** Views and forms are shared by pages; each is taken apart once for a language. */
const known = new WeakMap<object, Partial<Record<Language, readonly string[]>>>()

function kept(owner: object, lang: Language, read: () => readonly string[]): readonly string[] {
  const byLanguage = known.get(owner) ?? {}
  known.set(owner, byLanguage)
  const forms = byLanguage[lang] ?? read()
  byLanguage[lang] = forms
  return forms
}
