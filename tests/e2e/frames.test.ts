import { describe, expect, test } from 'vitest'
import { grantedBuild } from './harness/granted-build.ts'
import { BROWSERS } from './harness/launch.ts'
import { startMadePages } from './harness/made-pages.ts'
import { until } from './harness/until.ts'
import { useBrowser } from './harness/use-browser.ts'

const NAME = 'Shanghai Cooperation Organisation'
const text = (where: string) => `<p>The ${NAME} in ${where}.</p>`

/** The other site is the same server under another name. */
const pages = (path: string, port: string): string | undefined => {
  if (path === '/framed') return `<!doctype html><title>framed</title>${text('a frame')}`
  if (path !== '/') return undefined
  return `<!doctype html><html lang="en"><title>Frames</title><link rel="icon" href="data:,">${text('the page')}
    <iframe src="/framed"></iframe>
    <iframe src="http://localhost:${port}/framed"></iframe>
    <iframe sandbox="allow-scripts" src="/framed"></iframe>
    <iframe srcdoc="${text('a document in an attribute')}"></iframe>
    <iframe id="blank"></iframe>
    <iframe src="data:text/html,${encodeURIComponent(text('an address that is the document'))}"></iframe>
    <iframe id="blob"></iframe>
    <iframe width="1" height="1" src="/framed"></iframe>
    <script>
      document.querySelector('#blank').contentDocument.body.textContent = 'The ${NAME} in a blank frame.'
      const made = new Blob(['<p>The ${NAME} in a document that a script made.</p>'], { type: 'text/html' })
      document.querySelector('#blob').src = URL.createObjectURL(made)
    </script></html>`
}

/** What the tab's top frame tells the popup, and what the button shows; the browser's own API is asked. */
interface Told {
  readonly count: number
  readonly badge: string
}

describe.each(BROWSERS)('in %s', (name) => {
  const running = useBrowser(name, () => ({ extension: grantedBuild(name) }))

  test('the marks of every frame that can be read count with the page: of the same site, of another, sandboxed, blank, inline, of data and of a blob', async () => {
    const { browser } = running()
    let port = ''
    const site = await startMadePages((path) => pages(path, port))
    port = new URL(site.origin).port
    const tab = await browser.open(`${site.origin}/`)
    await tab.bringToFront()
    let last: Told | undefined
    const ask = async (): Promise<Told> =>
      browser.inExtension(async () => {
        const api = (globalThis as unknown as { chrome: typeof import('webextension-polyfill') }).chrome
        const [active] = await api.tabs.query({ active: true, lastFocusedWindow: true })
        const id = active?.id ?? -1
        const reply = (await api.tabs.sendMessage(
          id,
          { to: 'page', name: 'tab/marks', payload: {} },
          { frameId: 0 },
        )) as {
          value: { entities: { count: number }[] }
        }
        return {
          count: reply.value.entities[0]?.count ?? 0,
          badge: await api.action.getBadgeText({ tabId: id }),
        }
      }, null)
    // The frame of one pixel is no frame to read.
    const told = await until('all are marked', async () => {
      last = await ask()
      return last.count === 8 && last.badge === '8' ? last : undefined
    }).catch(() => last)
    expect(told).toEqual({ count: 8, badge: '8' })
    site.close()
  })
})
