import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../../src/cli/make-folder.ts'
import { temporaryFolder } from './source-folder.ts'

describe('making a folder', () => {
  test('makes those above it, once or twice, and for its owner alone where asked', async () => {
    const path = join(await temporaryFolder(), 'a', 'b', 'c')
    await Promise.all([makeFolder(path, 0o700), makeFolder(path, 0o700)])
    expect((await stat(path)).mode & 0o777).toBe(0o700)
    await makeFolder(path)
  })

  test('is refused where a file stands in the way', async () => {
    const file = join(await temporaryFolder(), 'file')
    await writeFile(file, '')
    await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'EEXIST' })
  })

  test.runIf(existsSync('/proc/self'))('ends where the system makes no folders', async () => {
    await expect(makeFolder('/proc/no-such-folder/below')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
