import { defineConfig } from 'vitest/config'

/** Starting a browser and opening a page takes seconds, on a busy machine many; tests wait on conditions, not on time. */
const BROWSER_TEST_MS = 120_000

/** Generated cases by the thousand: a second on a quiet machine, half a minute where builds run beside them. */
const UNIT_TEST_MS = 120_000

/** Browsers share the screen's focus and the machine's few cores: one file at a time. */
const oneAtATime = {
  fileParallelism: false,
  maxWorkers: 1,
  testTimeout: BROWSER_TEST_MS,
  hookTimeout: BROWSER_TEST_MS,
}

/** `unit` needs nothing but the sources; the others need both builds, which `npm test` makes first. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: UNIT_TEST_MS,
          hookTimeout: UNIT_TEST_MS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'checks',
          include: ['tests/checks/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          ...oneAtATime,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...oneAtATime,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
