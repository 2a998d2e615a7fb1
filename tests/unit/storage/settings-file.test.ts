import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_OWN_LAYER } from '../../../src/model/own-layer.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../src/model/settings.ts'
import { readSettingsFile, type SettingsFile, writeSettingsFile } from '../../../src/storage/settings-file.ts'
import { alias, note } from './own-database.ts'

const CHOSEN: Settings = {
  ...DEFAULT_SETTINGS,
  enabled: false,
  disabledHosts: ['example.org'],
  density: 'section',
  unmarkedKinds: ['place'],
  cardOpening: 'click',
  dwell: 400,
  language: 'ru',
}
const FULL: SettingsFile = {
  settings: CHOSEN,
  own: { notes: [note('Ask the secretariat.')], aliases: [alias('the Shanghai club')] },
  mutes: [
    {
      entity: note('').entity,
      scope: { reach: 'site', host: 'example.org' },
      mutedAt: '2026-11-28T10:00:00.000Z',
    },
  ],
}

const written = JSON.parse(writeSettingsFile(FULL))

describe('a settings file', () => {
  test('gives back what was written', () => {
    expect(readSettingsFile(writeSettingsFile(FULL))).toEqual({ ok: true, value: FULL })
    const defaults = { settings: DEFAULT_SETTINGS, own: EMPTY_OWN_LAYER, mutes: [] }
    expect(readSettingsFile(writeSettingsFile(defaults))).toEqual({ ok: true, value: defaults })
  })

  test.each([
    ['is no JSON', 'dwell: 400', { code: 'not-json', where: '' }],
    ['is some other JSON', '{"format": "bg-source/1"}', { code: 'other-file', where: '' }],
    ['is of a later format', '{"format": "backgrounder-settings/2"}', { code: 'other-file', where: '' }],
    ['is null', 'null', { code: 'other-file', where: '' }],
  ])('is refused where it %s', (_, text, error) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, error })
  })

  const spoiled: [what: string, where: string, value: unknown][] = [
    ['a dwell time that is text', 'settings.dwell', '400'],
    ['a dwell time beyond the longest', 'settings.dwell', 60_000],
    ['an unknown way to open a card', 'settings.cardOpening', 'telepathy'],
    ['a language that there is not', 'settings.language', 'tlh'],
    ['a pattern that is an address', 'settings.offPatterns.0', 'https://example.org/'],
    ['a setting that there is not', 'settings.wings', true],
    ['a note on no entity', 'own.notes.0.entity.entity', 'No Id'],
    ['a name without a letter', 'own.aliases.0.text', '42'],
    ['a mute of nowhere', 'mutes.0.scope.reach', 'galaxy'],
    ['a name that is no text', 'own.aliases.0.text', { toString: 'x' }],
  ]
  test.each(spoiled)('is refused for %s, which it names', (_, where, value) => {
    const copy = structuredClone(written)
    const path = where.split('.')
    const last = path.pop() ?? ''
    const place = path.reduce((object, key) => object[key], copy)
    place[last] = value
    expect(readSettingsFile(JSON.stringify(copy))).toEqual({
      ok: false,
      error: { code: 'wrong-field', where },
    })
  })

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.json(), (text) => void readSettingsFile(text)))
    fc.assert(
      fc.property(fc.jsonValue(), (settings) => {
        const text = JSON.stringify({ ...written, settings })
        return !readSettingsFile(text).ok
      }),
    )
  })
})
