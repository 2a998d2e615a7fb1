import { describe, expect, test } from 'vitest'
import { isMarked } from './article.ts'
import { shippedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { readMarks, untilMarks } from './harness/marks.ts'
import { untilShown } from './harness/popup.ts'
import { useBrowser } from './harness/use-browser.ts'

describe.each(BROWSERS)('in %s, the shipped build', (name) => {
  const running = useBrowser(name, () => ({ extension: shippedBuild(name) }))

  test('has no access to any page until its button is pressed; then this page is marked', async () => {
    const { browser, article } = running()
    const granted = await browser.inExtension(() => chrome.permissions.getAll(), null)
    expect(granted.origins).toEqual([])
    const tab = await browser.open(article)
    expect(await readMarks(tab)).toEqual([])
    const popup = await browser.openPopup(tab)
    await untilMarks(tab, 'the article is marked', isMarked)
    await untilShown(popup, 'Vladimir Norov')
  })
})
