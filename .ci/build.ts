import { BUILDS, runQuietly } from './steps.ts'

/** `npm run build`: the extension for both browsers, in .output. */

process.exitCode = BUILDS.every(runQuietly) ? 0 : 1
