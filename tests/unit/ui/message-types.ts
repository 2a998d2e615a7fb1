import { parseMessagesText } from '@wxt-dev/i18n/build'

export type ParsedMessage = ReturnType<typeof parseMessagesText>[number]

/** The messages of a catalogue, without those that every browser brings along. */
export const messagesOf = (yaml: string): ParsedMessage[] =>
  parseMessagesText(yaml, 'YAML').filter(({ key }) => !key.join('.').startsWith('@@'))

const HEAD = `// Made from assets/locales/en.yml: \`npx vitest run tests/unit/ui/messages.test.ts -u\` makes it anew.
// oxlint-disable max-lines -- a list that is as long as the catalogue

/**
 * The messages that the code names, with what each wants: so many values, or a count that chooses its form.
 * Those of properties, relations, errors and advice are found by id and not listed.
 */
export interface Messages {
`

/** Texts for the terms of a vocabulary and for codes: they are found by id, and their own tests see that none is missing. */
const BY_ID = /^(property|relation|scheme|sync\.error\.(?!unknown)|sync\.advice)\b/

/** The types of a catalogue, as a module. */
export function typesOf(messages: readonly ParsedMessage[]): string {
  const named = messages.filter(({ key }) => !BY_ID.test(key.join('.')))
  const lines = named.map(({ key, type, substitutions }) => {
    return `  '${key.join('.')}': ${type === 'plural' ? "'plural'" : substitutions}`
  })
  return `${HEAD}${lines.join('\n')}\n}\n`
}
