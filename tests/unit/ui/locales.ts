import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withValues } from '../../../src/model/message-source.ts'
import { messagesOf, type ParsedMessage } from './message-types.ts'

const FOLDER = join(import.meta.dirname, '../../../assets/locales')

/** The catalogues by their names, English first. */
export const LOCALES: readonly string[] = ['en', ...names().filter((name) => name !== 'en')]

function names(): string[] {
  return readdirSync(FOLDER).map((file) => file.replace(/\.yml$/, ''))
}

export const readCatalogue = (locale: string): ParsedMessage[] =>
  messagesOf(readFileSync(join(FOLDER, `${locale}.yml`), 'utf8'))

/** The texts of a message, one for each form. */
export const textsOf = (message: ParsedMessage): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message]

/** A catalogue as the browser gives it: names joined by underscores, English where it has none. */
export function browserCatalogue(locale: string): (name: string, values: string[]) => string {
  const texts = new Map(
    [...readCatalogue('en'), ...readCatalogue(locale)].map((each) => [
      each.key.join('_'),
      textsOf(each).join(' | '),
    ]),
  )
  return (name, values) => withValues(texts.get(name) ?? '', values)
}
