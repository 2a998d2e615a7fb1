import type { LocalText } from '../model/entity.ts'

/**
 * The text in a language (BCP 47): the same tag, else the same primary language, else the first text,
 * which is the default. Empty only where there is no text at all.
 */
export function textIn(texts: readonly LocalText[], lang?: string): string {
  const wanted = lang?.toLowerCase()
  const same = texts.find((text) => text.lang.toLowerCase() === wanted)
  const kindred = wanted && texts.find((text) => primary(text.lang) === primary(wanted))
  return (same ?? (kindred || texts[0]))?.text ?? ''
}

const primary = (lang: string): string => lang.toLowerCase().split('-', 1)[0] ?? ''
