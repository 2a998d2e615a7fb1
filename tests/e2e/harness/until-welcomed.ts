import type { LaunchOptions } from './browser-session.ts'
import { until } from './until.ts'

/** An open tab, as far as it matters here. */
export interface OpenTab {
  readonly url: string
  close(): Promise<void>
}

/**
 * Waits for the welcome page, the last act of the installation, and closes it unless somebody is there to read it:
 * it would stand before the page that a test opens, and no frame is drawn of a page behind.
 */
export async function untilWelcomed(
  tabs: () => Promise<OpenTab[]>,
  { headed }: LaunchOptions,
): Promise<void> {
  const welcome = await until('the welcome page opens', async () =>
    (await tabs()).find(({ url }) => url.endsWith('/welcome.html')),
  )
  if (!headed) await welcome.close()
}
