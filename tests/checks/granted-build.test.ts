import { describe, expect, test } from 'vitest'
import { grantedBuild, readManifest, shippedBuild } from '../e2e/harness/granted-build.ts'
import { BROWSERS } from '../e2e/harness/launch.ts'
import { bytesOf, filesBelow } from './files.ts'

describe.each(BROWSERS)('the build that is tested in %s', (name) => {
  const shipped = shippedBuild(name)
  const granted = grantedBuild(name)

  test('has the shipped files, byte for byte, but for the manifest', () => {
    const files = filesBelow(shipped)
    expect(filesBelow(granted)).toEqual(files)
    const different = files.filter((file) => bytesOf(shipped, file) !== bytesOf(granted, file))
    expect(different).toEqual(['manifest.json'])
  })

  test('has the shipped manifest, but for host access granted instead of asked for', () => {
    const { optional_host_permissions, ...rest } = readManifest(shipped)
    expect(optional_host_permissions).toEqual(['<all_urls>'])
    expect(readManifest(granted)).toEqual({ ...rest, host_permissions: ['<all_urls>'] })
  })
})
