import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openPlayground, type Wardrobe } from './open-playground.ts'

/**
 * `npm run pictures [PART-OF-NAME]`: pictures of the playground's exhibits, for looking at, in out/pictures/<dress>/.
 */

const FOLDER = join(import.meta.dirname, '../../out/pictures')

const DRESSES: Readonly<Record<string, Wardrobe>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  arabic: { theme: 'light', language: 'ar' },
  forced: { theme: 'dark', forcedColours: true },
  'twice-as-large': { theme: 'light', text: 200 },
}

/** As wide as the widest exhibit, and high enough for those that scroll. */
const VIEWPORT = { width: 900, height: 700 }

const [part = '', only] = process.argv.slice(2)
const playground = await openPlayground('chromium')
try {
  const stage = await playground.stage(VIEWPORT)
  const names = stage.names.filter((name) => name.includes(part))
  for (const [dress, wardrobe] of Object.entries(DRESSES)) {
    if (only !== undefined && only !== dress) continue
    await mkdir(join(FOLDER, dress), { recursive: true })
    for (const name of names) {
      await stage.show(name, wardrobe)
      await stage.page.screenshot({ path: join(FOLDER, dress, `${name}.png`), fullPage: true })
    }
  }
  console.log(`${names.length} exhibits in ${FOLDER}`)
} finally {
  await playground.close()
}
