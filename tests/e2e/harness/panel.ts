import type { ExtensionView } from './browser-session.ts'
import { until } from './until.ts'

/** Asks of the panel what the context menu asks of it: only the click itself cannot be made in a test. */
export const askPanel = (view: ExtensionView, want: 'search' | 'name', text: string): Promise<void> =>
  view.run(
    async (_view, asked) => {
      const { id } = await chrome.windows.getLastFocused()
      const request = { ...asked, windowId: id, at: new Date().toISOString() }
      await chrome.storage.session.set({ 'panel-request': request })
    },
    { want, text },
  )

/** What the extension page hands to the browser to save, instead of saving it: call before, then press. */
export const catchFiles = (view: ExtensionView): Promise<void> =>
  view.run((window) => {
    const caught: { name: string; type: string; text: string }[] = []
    const blobs = new Map<string, Blob>()
    const create = window.URL.createObjectURL.bind(window.URL)
    window.URL.createObjectURL = (blob) => {
      const address = create(blob)
      if (blob instanceof window.Blob) blobs.set(address, blob)
      return address
    }
    window.HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href)
      if (blob) void blob.text().then((text) => caught.push({ name: this.download, type: blob.type, text }))
    }
    Object.assign(window, { caught })
  }, null)

/** The files that were caught, once there are so many. */
export const untilFiles = (view: ExtensionView, count: number): Promise<CaughtFile[]> =>
  until(`${count} files are saved`, async () => {
    const files = await view.run((window) => (window as unknown as { caught: CaughtFile[] }).caught, null)
    return files.length >= count ? files : undefined
  })

export interface CaughtFile {
  readonly name: string
  readonly type: string
  readonly text: string
}
