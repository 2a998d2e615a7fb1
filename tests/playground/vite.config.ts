import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { compileSources } from '../../src/cli/bundle/compile-sources.ts'

const SOURCES = join(import.meta.dirname, '../../assets/bundles/international-affairs')
const MODULE = 'virtual:packaged-records'

/** The records of the packaged bundle, compiled from its sources as the extension's build does. */
function packagedRecords(): Plugin {
  return {
    name: 'packaged-records',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MODULE}`) return undefined
      const compiled = await compileSources(SOURCES)
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.error, null, 2))
      // Read as JSON, which is several times faster than the same as code: every exhibit loads it.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled.value.records))})`
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [packagedRecords()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: { outDir: join(import.meta.dirname, '../../out/playground'), emptyOutDir: true, target: 'esnext' },
})
