/** Gives the text under a name of a catalogue (keys joined by underscores) with its values put in; empty where there is none. */
export type MessageSource = (name: string, values: string[]) => string

/** The texts of a catalogue by their names, as they can be sent. */
export type CatalogueTexts = Readonly<Record<string, string>>

/** A catalogue that was read; what it lacks is taken from the fallback. */
export const catalogueSource =
  (texts: CatalogueTexts): MessageSource =>
  (name, values) =>
    withValues(texts[name] ?? '', values)

/** Puts values into a text as the browser does with those of its own catalogue. */
export const withValues = (text: string, values: readonly string[]): string =>
  text.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '')
