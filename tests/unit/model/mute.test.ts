import { describe, expect, test } from 'vitest'
import type { BundleId, EntityId, EntityRef } from '../../../src/model/ids.ts'
import type { Hint, Mention, Recognition } from '../../../src/model/mention.ts'
import {
  type Mute,
  type MuteReach,
  mutedOn,
  muteScope,
  withMute,
  withoutMute,
  withoutMuted,
} from '../../../src/model/mute.ts'

const ref = (entity: string): EntityRef => ({ bundle: 'world' as BundleId, entity: entity as EntityId })
const PAGE = 'https://news.example:8443/2020/sco?utm=1#top'

function mute(reach: MuteReach, page = PAGE): Mute {
  const scope = muteScope(reach, page)
  if (!scope) throw new Error(`no ${reach} of ${page}`)
  return { entity: ref('sco'), scope, mutedAt: '2026-11-28T10:00:00Z' }
}

describe('where a mute holds', () => {
  test.each([
    ['page', 'https://news.example:8443/2020/sco', true, 'the same page, whatever its query'],
    ['page', 'https://news.example:8443/2021/sco', false, 'another page of the site'],
    ['site', 'https://news.example:8443/2021/sco', true, 'another page of the site'],
    ['site', 'https://news.example/2020/sco', false, 'another port is another site, as in the site switch'],
    ['site', 'https://other.example/2020/sco', false, 'another site'],
    ['everywhere', 'file:///a.html', true, 'even where there is no site'],
  ] as const)('%s, on %s: %s (%s)', (reach, address, holds, _why) => {
    expect(mutedOn([mute(reach)], address).has('world/sco')).toBe(holds)
  })

  test.each([
    ['a file', 'file:///a.html'],
    ['a page without an address', ''],
    ['a frame made of text', 'about:srcdoc'],
  ])('%s names neither page nor site', (_what, address) => {
    expect(muteScope('page', address)).toBeUndefined()
    expect(muteScope('site', address)).toBeUndefined()
  })

  test('keeps nothing of an address but its origin and path', () => {
    expect(muteScope('page', 'https://user:secret@news.example/a?token=b#c')).toEqual({
      reach: 'page',
      address: 'https://news.example/a',
    })
  })
})

test('the same mute said twice counts once, and is taken back at once', () => {
  const twice = withMute(withMute([], mute('site')), mute('site'))
  expect(twice).toHaveLength(1)
  expect(withoutMute([...twice, mute('page')], ref('sco'), mute('site').scope)).toEqual([mute('page')])
})

describe('a recognition without what is muted', () => {
  const mention = (entity: string | null, candidates: readonly string[] = []): Mention => ({
    start: 0,
    end: 3,
    surface: 'SCO',
    entity: entity === null ? null : ref(entity),
    ...(candidates.length > 0 && { candidates: candidates.map(ref) }),
    name: 'SCO',
    type: 'organization',
    via: 'acronym',
    score: 1,
  })
  const hint: Hint = {
    start: 0,
    end: 9,
    entity: ref('sco'),
    textSays: '2009',
    bundleSays: '2019',
    source: 's',
  }
  const recognition = (...mentions: readonly Mention[]): Recognition => ({
    blocks: [{ mentions, hints: [hint] }],
    established: [ref('sco')],
  })

  test('loses its mentions and its hints', () => {
    const left = withoutMuted(recognition(mention('sco'), mention('itu')), new Set(['world/sco']))
    expect(left.blocks).toEqual([{ mentions: [mention('itu')], hints: [] }])
  })

  test('keeps the other senses of an ambiguous mention, which goes with the last', () => {
    const choice = mention(null, ['sco', 'itu'])
    const left = withoutMuted(recognition(choice), new Set(['world/sco']))
    expect(left.blocks[0]?.mentions).toEqual([mention(null, ['itu'])])
    expect(
      withoutMuted(recognition(choice), new Set(['world/sco', 'world/itu'])).blocks[0]?.mentions,
    ).toEqual([])
  })

  test('is the same object where nothing is muted', () => {
    const all = recognition(mention('sco'))
    expect(withoutMuted(all, new Set())).toBe(all)
  })
})
