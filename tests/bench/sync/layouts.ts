import { launch } from '../../e2e/harness/launch.ts'
import { startSite } from '../../e2e/harness/site.ts'
import { type Layout, measureLayout } from './in-page-layouts.ts'

/** Rows of one record stand for what is usual; the others pack. */
const LAYOUTS: readonly Layout[] = [
  { form: 'lines', packed: 1 },
  { form: 'lines', packed: 32 },
  { form: 'lines', packed: 128 },
  { form: 'lines', packed: 512 },
  { form: 'text', packed: 128 },
  { form: 'bytes', packed: 128 },
]

const RECORDS = 100_000

/** How records had best lie in rows, and how a small change had best be written: the figures behind docs/adr/0008. */
export async function measureLayouts(): Promise<object[]> {
  const site = await startSite()
  const browser = await launch('chromium', {})
  const rows: object[] = []
  try {
    const tab = await browser.open(`${site.origin}/sample-article/`)
    for (const layout of LAYOUTS) {
      const cost = await tab.inPage(measureLayout, { layout, records: RECORDS })
      const rounded = Object.entries(cost).map(([name, value]) => [name, Number(value.toFixed(1))])
      rows.push({ form: layout.form, 'records in a row': layout.packed, ...Object.fromEntries(rounded) })
    }
  } finally {
    await browser.close()
    site.close()
  }
  return rows
}
