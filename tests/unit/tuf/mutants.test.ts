import { expect, test } from 'vitest'
import { runMutants } from './mutants.ts'

test('2,000 mutants: none throws, none is shown by half', async () => {
  const report = await runMutants(2_000, 1)
  console.log(`mutants: ${JSON.stringify(report)}`)
  expect(report.refused + report.harmless).toBe(2_000)
  // Most change what is signed: a harness that mutates nothing would not show it otherwise.
  expect(report.refused).toBeGreaterThan(1_000)
}, 300_000)
