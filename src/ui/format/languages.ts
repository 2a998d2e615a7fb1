import { languageOf, type Translate } from '../i18n/translate.ts'

/** Languages (BCP 47) by their names in the reader's own: "English, French"; a tag that has none is given back. */
export function languageNames(tags: readonly string[], t: Translate): string {
  const names = new Intl.DisplayNames(languageOf(t), { type: 'language', fallback: 'code' })
  return tags.map((tag) => nameOf(tag, names)).join(t('list.comma'))
}

function nameOf(tag: string, names: Intl.DisplayNames): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    // A tag that is none is a publisher's slip, and no reason to show nothing.
    return tag
  }
}
