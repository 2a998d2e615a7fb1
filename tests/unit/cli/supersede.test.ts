import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { successorOf } from '../../../src/bundle/successor.ts'
import { readOwnRepository } from '../../../src/cli/bundle/publish/own-repository.ts'
import { filesBelow, release, startPublisher, succeed } from './published-repository.ts'
import { sourceFolder } from './source-folder.ts'
import { runCli } from './terminal.ts'

describe('naming the bundle that goes on', () => {
  const NEXT = `https://next.example/#bgk=${'A'.repeat(43)}`
  const said = async (out: string) => {
    const own = await readOwnRepository(out)
    if (!own.ok || !own.value.manifest) throw new Error('nothing is signed')
    const { manifest, root, rootDigest } = own.value
    return successorOf(manifest, root, rootDigest)
  }

  test('is signed by the root, stays in later generations, and can be taken back', async () => {
    const publisher = await startPublisher(await sourceFolder())
    const { out, keys, at, fingerprint } = publisher
    const supersede = (by: string) => succeed('supersede', out, '--by', by, '--keys', keys, '--at', at)
    expect(await supersede(NEXT)).toContain(`generation 2 names ${NEXT}`)
    expect(await said(out)).toBe(NEXT)
    await release(publisher, 3)
    expect(await said(out)).toBe(NEXT)
    expect(await succeed('verify', out, '--fingerprint', fingerprint)).toContain('generation 3')
    expect(await supersede('none')).toContain('generation 4 goes on by itself')
    expect(await said(out)).toBeUndefined()
    expect(await succeed('verify', out, '--fingerprint', fingerprint)).toContain('generation 4')
  })

  test.each([
    ['a link without a fingerprint', () => 'https://next.example/', 'has no fingerprint'],
    ['what is no link', () => 'ftp://next.example', 'is no subscription link'],
    ['this very bundle', (own: string) => `https://next.example/#bgk=${own}`, 'this very bundle'],
  ])('refuses %s', async (_why, by, message) => {
    const { out, keys, fingerprint } = await startPublisher(await sourceFolder())
    const before = await filesBelow(out)
    const refused = await runCli('bundle', 'supersede', out, '--by', by(fingerprint), '--keys', keys)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(message) })
    expect(await filesBelow(out)).toEqual(before)
  })

  test('needs the root keys', async () => {
    const { out, keys } = await startPublisher(await sourceFolder())
    await rm(join(keys, 'root-1.json'))
    expect(await runCli('bundle', 'supersede', out, '--by', NEXT, '--keys', keys)).toMatchObject({
      code: 1,
      err: expect.stringContaining('The root role needs 1'),
    })
  })
})
