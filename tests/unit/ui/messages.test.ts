import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ALIAS_KINDS, CONFIDENCES, ENTITY_KINDS } from '../../../src/model/entity.ts'
import { EVIDENCE_KINDS, REJECTIONS } from '../../../src/model/explanation.ts'
import { SYNC_ADVICES, SYNC_ERROR_CODES } from '../../../src/model/sync-error.ts'
import { PROPERTIES, PROPERTY_GROUPS, RELATIONS } from '../../../src/model/vocabulary.ts'
import { adviceKey, errorKey } from '../../../src/ui/bundle/outcome-text.ts'
import { termKey } from '../../../src/ui/i18n/translate.ts'
import { messagesOf, typesOf } from './message-types.ts'

const catalogue = await readFile(new URL('../../../assets/locales/en.yml', import.meta.url), 'utf8')
const messages = messagesOf(catalogue)
const keys = new Set(messages.map(({ key }) => key.join('.')))
const texts = messages.flatMap((message) =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message],
)

describe('the English catalogue', () => {
  test('has the types that the interface is checked against', async () => {
    await expect(typesOf(messages)).toMatchFileSnapshot('../../../src/ui/i18n/messages.ts')
  })

  test('has names that Chromium accepts: letters, digits, underscores', () => {
    const names = messages.map(({ key }) => key.join('_'))
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([])
  })

  test('has names that stay different once joined and in lower case, as browsers compare them', () => {
    const names = messages.map(({ key }) => key.join('_').toLowerCase())
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('has no empty text, and none with the bar that separates the forms of a plural', () => {
    expect(texts.filter((text) => text.trim() === '' && text !== ' ')).toEqual([])
    expect(texts.filter((text) => text.includes(' | '))).toEqual([])
  })

  test('has no text with straight double quotes or three full stops', () => {
    expect(texts.filter((text) => /"|\.\.\./.test(text))).toEqual([])
  })
})

describe('every term that a bundle may use has a message', () => {
  const terms: readonly (readonly [string, readonly string[]])[] = [
    ['properties', PROPERTIES.map(({ id }) => termKey('property', id))],
    ['relations', RELATIONS.map(({ id }) => termKey('relation', id))],
    ['headings', [...PROPERTY_GROUPS, 'other'].map((group) => `group.${group}`)],
    ['kinds', ENTITY_KINDS.flatMap((kind) => [`kind.${kind}`, `kinds.${kind}`])],
    [
      'confidences but the usual one',
      CONFIDENCES.filter((each) => each !== 'confirmed').flatMap((each) => [
        `confidence.${each}`,
        `confidence.${each}_why`,
      ]),
    ],
    ['evidence', EVIDENCE_KINDS.map((kind) => `why.evidence.${kind}`)],
    ['rejections', REJECTIONS.map((reason) => `why.rejection.${reason.replaceAll('-', '_')}`)],
    ['kinds of aliases', ALIAS_KINDS.map((kind) => `why.alias.${kind}`)],
    ['errors of updates', SYNC_ERROR_CODES.map(errorKey)],
    ['advice', SYNC_ADVICES.map(adviceKey)],
  ]
  test.each(terms)('%s', (_, wanted) => {
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.filter((key) => !keys.has(key))).toEqual([])
  })

  test('and no message names a property or relation that the vocabulary lacks', () => {
    const known = new Set([
      ...PROPERTIES.map(({ id }) => termKey('property', id)),
      ...RELATIONS.map(({ id }) => termKey('relation', id)),
    ])
    expect([...keys].filter((key) => /^(property|relation)\./.test(key) && !known.has(key))).toEqual([])
  })
})
