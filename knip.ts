import type { KnipConfig } from 'knip'

export default {
  entry: [
    // Run by the scripts of package.json through .ci/setup.mjs, which knip does not read.
    '.ci/{build,check,test}.ts',
    'tests/start/start.ts',
    // Served by vite.
    'tests/playground/{main.tsx,vite.config.ts}',
    // Run by `npm run pictures`.
    'tests/playground/pictures.ts',
    // Run by `npm run eval`.
    'tests/eval/run.ts',
    // Run by `npm run bench`.
    'tests/bench/{run,*/run}.ts',
    // Run by `npm run soak`.
    'tests/soak/{run,*/run}.ts',
    // Run by the benchmarks as processes, pages and workers.
    'tests/bench/{matching/cell,*/in-*}.ts',
  ],
  project: [
    'src/**/*.{ts,tsx}',
    'entrypoints/**/*.{ts,tsx}',
    'tests/**/*.{ts,tsx}',
    '.ci/**/*.{ts,mjs}',
    '*.ts',
  ],
  // The types in an exported function's signature are exported with it, so that a caller can name them.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // Run by name in .ci/check.ts.
    '@biomejs/biome',
    'oxlint',
    // oxlint runs it for the rules that need types.
    'oxlint-tsgolint',
  ],
} satisfies KnipConfig
