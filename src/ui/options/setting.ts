import type { ComponentChild } from 'preact'

/** One setting: what is searched of it, and what it looks like. */
export interface Setting {
  readonly id: string
  /** Every text of it that a reader may search for. */
  readonly texts: readonly string[]
  readonly view: ComponentChild
}

/** Settings under one heading. */
export interface SettingGroup {
  readonly id: string
  readonly title: string
  readonly settings: readonly Setting[]
}

/** The groups with the settings that hold every word of a query; a heading that does keeps all of its settings. */
export function findSettings(groups: readonly SettingGroup[], query: string): SettingGroup[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const fits = (texts: readonly string[]) => {
    const text = plain(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  return groups.flatMap((group) => {
    const settings = group.settings.filter(({ texts }) => fits([group.title, ...texts]))
    return settings.length > 0 ? [{ ...group, settings }] : []
  })
}

/** Without accents and case, so that "reglages" finds "Réglages". */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
