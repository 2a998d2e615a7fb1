import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** Each pattern is written so that it does not find itself. */
const UNWANTED = [
  { what: 'private key (PEM)', pattern: /-----BEGIN (\w+ )*PRIVATE[ ]KEY-----/ },
  { what: 'private key (Ed25519, PKCS #8 in base64)', pattern: /MC4CAQAwBQY[D]K2VwBCIEI/ },
  { what: 'private key (Ed25519, PKCS #8 in hexadecimal)', pattern: /302e020100300506032b6570[0]4220420/i },
  { what: 'private key of a bundle, locked or not', pattern: /"bg-private-[k]ey\/1"/ },
  { what: 'private key (JWK)', pattern: /"d"\s*:\s*"[\w-]{43}"/ },
  { what: 'path of a machine', pattern: /(?<![\w.])\/([h]ome|[r]oot|[U]sers|[w]ork)\/\w/ },
  {
    what: 'host of a package registry',
    pattern: /\b(registry\.[n]pmjs|registry\.[y]arnpkg|(deb|security)\.[d]ebian)\.(org|com)\b/,
  },
  { what: 'download address in the lock file', pattern: /"[r]esolved":/ },
]

function repositoryFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return list
    .split('\0')
    .filter((file) => file !== '' && statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile())
}

const files = repositoryFiles()

test('the list of files is there', () => {
  expect(files).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'src/model/entity.ts']))
})

test.each(UNWANTED)('no file holds a $what', ({ pattern }) => {
  const found = files.flatMap((file) => {
    const match = pattern.exec(readFileSync(join(ROOT, file), 'latin1'))
    return match === null ? [] : [`${file}: ${match[0].slice(0, 40)}`]
  })
  expect(found).toEqual([])
})

test('the patterns know a private key in every form', () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  const forms = [
    String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    der.toString('base64'),
    der.toString('hex'),
    JSON.stringify(privateKey.export({ format: 'jwk' })),
  ]
  const unknown = forms.filter((form) => !UNWANTED.some(({ pattern }) => pattern.test(form)))
  expect(unknown).toEqual([])
})
