import { describe, expect, test } from 'vitest'
import { openMarked } from './article.ts'
import type { ExtensionView } from './harness/browser-session.ts'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { message } from './harness/messages.ts'
import { catchFiles, untilFiles } from './harness/panel.ts'
import { press, untilShown } from './harness/popup.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

/** Chooses a value of the select in a setting. */
const choose = (view: ExtensionView, setting: string, value: string): Promise<void> =>
  view.run(
    (window, wanted) => {
      const select = window.document.querySelector<HTMLSelectElement>(
        `[data-setting="${wanted.setting}"] select`,
      )
      if (!select) throw new Error('no select')
      select.value = wanted.value
      select.dispatchEvent(new window.Event('change', { bubbles: true }))
    },
    { setting, value },
  )

/** Gives a file to the field of a setting, as the file chooser would. */
const give = (view: ExtensionView, setting: string, text: string): Promise<void> =>
  view.run(
    (window, given) => {
      const field = window.document.querySelector<HTMLInputElement>(
        `[data-setting="${given.setting}"] input[type="file"]`,
      )
      if (!field) throw new Error('no file field')
      const files = new window.DataTransfer()
      files.items.add(new window.File([given.text], 'settings.json'))
      field.files = files.files
      field.dispatchEvent(new window.Event('change', { bubbles: true }))
    },
    { setting, text },
  )

describe.each(BROWSERS)('in %s, the settings', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))
  const stored = () =>
    running().browser.inExtension(
      async () => ((await chrome.storage.local.get('settings')) as { settings?: unknown }).settings,
      null,
    )

  test('change the language of the interface at once, on every page of it', async () => {
    const { browser } = running()
    const settings = await browser.openExtensionPage('/options.html')
    await untilShown(settings, message('settings.access'))
    await choose(settings, 'language', 'ru')
    await untilShown(settings, 'Доступ и сайты')
    const popup = await browser.openExtensionPage('/popup.html')
    await untilShown(popup, 'Настройки')
    await choose(settings, 'language', 'ar')
    await untilShown(settings, 'الوصول والمواقع')
    expect(await settings.run(({ document }) => document.documentElement.dir, null)).toBe('rtl')
    await choose(settings, 'language', 'auto')
    await untilShown(settings, message('settings.access'))
  })

  test('switch all marks off, at once and without a reload, and on again', async () => {
    const { browser, article } = running()
    const tab = await openMarked(browser, article)
    const settings = await browser.openExtensionPage('/options.html')
    await press(settings, '[data-setting="enabled"] input')
    await untilMarks(tab, 'the marks are gone', ({ length }) => length === 0)
    await press(settings, '[data-setting="enabled"] input')
    await tab.bringToFront()
    await untilMarks(tab, 'the marks are back', ({ length }) => length > 0)
    expect((await readMarks(tab)).length).toBeGreaterThan(0)
  })

  test('are exported, refused where the file is wrong, reset, and imported as they were', async () => {
    const { browser } = running()
    const settings = await browser.openExtensionPage('/options.html')
    await press(settings, '[data-setting="opening"] input[value="click"]')
    await until('the choice is stored', async () => JSON.stringify(await stored()).includes('"click"'))
    await catchFiles(settings)
    await press(settings, '[data-setting="file"] .button')
    const [file] = await untilFiles(settings, 1)
    const text = file?.text ?? ''
    expect(JSON.parse(text).settings.cardOpening).toBe('click')
    await press(settings, '[data-setting="reset"] .button')
    await press(settings, '[data-setting="reset"] .button-danger')
    await untilShown(settings, message('settings.reset_done'))
    await give(settings, 'file', text.replace('"click"', '"telepathy"'))
    await untilShown(settings, 'settings.cardOpening')
    expect(JSON.stringify(await stored())).toContain('"hover"')
    await give(settings, 'file', text)
    await until('the file is taken over', async () => JSON.stringify(await stored()).includes('"click"'))
  })
})
