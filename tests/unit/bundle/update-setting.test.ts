import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../../src/bundle/public-key.ts'
import { readUpdateSetting, updateSettingBytes } from '../../../src/bundle/update-setting.ts'

const DIGEST = 'ab'.repeat(32)
const FINGERPRINT = fingerprintOf(DIGEST)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('where the packaged bundle is updated from', () => {
  test('the address and the root of the build', () => {
    const setting = updateSettingBytes(`https://facts.example/base#bgk=${FINGERPRINT}`)
    expect(readUpdateSetting(setting)).toEqual({ base: 'https://facts.example/base/', rootDigest: DIGEST })
  })

  test.each([
    ['a build that asks nobody', updateSettingBytes(null)],
    ['a root that is not pinned', updateSettingBytes('https://facts.example/')],
    ['an address without encryption', updateSettingBytes(`http://facts.example/#bgk=${FINGERPRINT}`)],
    ['a file that is cut short', bytes('{"link":')],
    ['another file', bytes('[]')],
  ])('nowhere with %s', (_why, setting) => {
    expect(readUpdateSetting(setting)).toBeUndefined()
  })
})
