import type { Page } from 'puppeteer-core'

/** Every error that a page's console is told from now on, by whichever script; the list grows. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text())
  })
  return complaints
}
