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
  'commands',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'omnibox',
  'optional_host_permissions',
  'options_ui',
  'permissions',
  'version',
]

describe.each([
  // The side panel and a page that starts workers are permissions in Chromium, without a warning; Firefox needs neither.
  {
    name: 'chromium',
    own: ['minimum_chrome_version', 'side_panel'],
    ownPermissions: ['offscreen', 'sidePanel'],
  },
  { name: 'firefox', own: ['browser_specific_settings', 'sidebar_action'], ownPermissions: [] },
] as const)('the $name manifest', ({ name, own, ownPermissions }) => {
  const manifest = readManifest(shippedBuild(name))

  test('has the known keys and no other: nothing web-accessible, no outside caller, no script on every page', () => {
    expect(Object.keys(manifest).sort()).toEqual([...SHARED_KEYS, ...own].sort())
  })

  test('asks for exactly these permissions, and for no host', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'alarms',
      'contextMenus',
      ...ownPermissions,
    ])
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>'])
  })

  test('lets its pages load only what is packaged', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CONTENT_SECURITY_POLICY })
  })
})

test('one page is the side panel of Chromium and the sidebar of Firefox, which does not open by itself', () => {
  expect(readManifest(shippedBuild('chromium')).side_panel).toEqual({ default_path: 'sidepanel.html' })
  expect(readManifest(shippedBuild('firefox')).sidebar_action).toEqual({
    default_panel: 'sidepanel.html',
    default_title: 'Backgrounder',
    open_at_install: false,
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
