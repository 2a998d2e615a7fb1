import { join } from 'node:path'
import { defineConfig } from 'wxt'
import { packagedBundle } from './.ci/packaged-bundle.ts'
import { noInnerHtml } from './.ci/vite-no-inner-html.ts'

/**
 * Pages of the extension load nothing from outside; `connect-src` is for subscribed bundles (https) and for
 * trying one's own on loopback, `'self'` for the packaged bundle (docs/threat-model.md).
 */
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

const ICON_SIZES = [16, 32, 48, 128]
const iconFiles = (root: string) =>
  ICON_SIZES.map((size) => ({
    absoluteSrc: join(root, `assets/icons/icon-${size}.png`),
    relativeDest: `icons/${size}.png`,
  }))
const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`]))

/** Browsers let an extension suggest four keys; the reader may give one to each. Chromium gives none that it uses itself: of Alt+Shift it has A, B, C, N, R and T. */
const COMMANDS = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
  'open-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_open_panel__' },
  'next-mark': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_next_mark__' },
  'open-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_open_card__' },
  'previous-mark': { description: '__MSG_command_previous_mark__' },
  'toggle-site': { description: '__MSG_command_toggle_site__' },
}

/** Chromium 137 and Firefox 142 are the first with Highlights, Ed25519 and (Firefox) the data-collection key. */
const CHROMIUM = { minimum_chrome_version: '137' }
/** What these browsers know need not be rewritten for older ones: `:dir()` alone becomes a list of forty languages. */
const TARGETS = ['chrome137', 'firefox142']
const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'backgrounder@backgrounder.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  manifestVersion: 3,
  vite: () => ({ plugins: [noInnerHtml()], build: { target: TARGETS, cssTarget: TARGETS } }),
  hooks: {
    'build:publicAssets': async ({ config }, files) => {
      files.push(...(await packagedBundle(config.root, config.wxtDir)), ...iconFiles(config.root))
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'alarms',
      'contextMenus',
      // Chromium's background starts a worker only through a page that nobody sees (docs/adr/0018); it warns of nothing.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    omnibox: { keyword: 'bg' },
    commands: COMMANDS,
    optional_host_permissions: ['<all_urls>'],
    icons,
    action: { default_icon: icons },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
  }),
})
