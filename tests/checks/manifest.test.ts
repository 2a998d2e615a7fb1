import { describe, expect, test } from 'vitest'
import { readManifest, shippedBuild } from '../e2e/harness/granted-build.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The keys that a shipped manifest has; a new one is a decision (docs/threat-model.md), so it fails here first. */
const SHARED_KEYS = [
  'action',
  'background',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'permissions',
  'version',
]

describe.each([
  { name: 'chromium', own: 'minimum_chrome_version' },
  { name: 'firefox', own: 'browser_specific_settings' },
] as const)('the $name manifest', ({ name, own }) => {
  const manifest = readManifest(shippedBuild(name))

  test('has the known keys and no other: nothing web-accessible, no outside caller, no script on every page', () => {
    expect(Object.keys(manifest).sort()).toEqual([...SHARED_KEYS, own].sort())
  })

  test('asks for exactly these permissions, and for no host', () => {
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'alarms'])
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>'])
  })

  test('lets its pages load only what is packaged', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CONTENT_SECURITY_POLICY })
  })
})

test('Chromium is asked for in the first version with all that is used', () => {
  expect(readManifest(shippedBuild('chromium')).minimum_chrome_version).toBe('137')
})

test('Firefox is told its id, its first version and that nothing is collected', () => {
  expect(readManifest(shippedBuild('firefox')).browser_specific_settings).toEqual({
    gecko: {
      id: 'backgrounder@backgrounder.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  })
})
