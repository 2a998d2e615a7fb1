import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { access, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { fail, ok, type Result } from '../../model/result.ts'
import { exportPrivateKey, generateSigningKey, importSigningKey, type SigningKey } from './signing-key.ts'

/** Why a key file could not be written or read; the text is for the publisher. */
export type KeyFileError = string

const base64 = v.pipe(v.string(), v.base64())
const keyFileSchema = v.strictObject({
  format: v.literal('bg-private-key/1'),
  public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** PKCS #8; under a passphrase the bytes are encrypted with AES-256-GCM. */
  private: base64,
  encryption: v.optional(v.strictObject({ kdf: v.literal('scrypt'), salt: base64, iv: base64, tag: base64 })),
})
type KeyFile = v.InferOutput<typeof keyFileSchema>

/** 32 MiB and about a tenth of a second: the cost that makes guessing a passphrase dear (RFC 7914). */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const OWNER_ONLY = 0o600

/** Makes a key and writes it to a new file that only its owner can read. */
export async function createKeyFile(
  path: string,
  passphrase?: string,
): Promise<Result<SigningKey, KeyFileError>> {
  const problem = await newKeyProblem(path)
  if (problem !== undefined) return fail(problem)
  const key = await generateSigningKey()
  const file = sealed(Buffer.from(await exportPrivateKey(key)), key.publicKey.keyval.public, passphrase)
  try {
    await writeFile(path, `${JSON.stringify(file, null, 2)}\n`, { mode: OWNER_ONLY, flag: 'wx' })
    return ok(key)
  } catch (error) {
    return fail(`${path} cannot be written: ${messageOf(error)}`)
  }
}

/** Why no key may be made at a path; undefined where one may. */
export async function newKeyProblem(path: string): Promise<KeyFileError | undefined> {
  if (await exists(path))
    return `${path} is there already, and a key is never written over: move it away, or name another folder`
  return placeProblem(path)
}

/** A key beside what is published would go out with it. */
async function placeProblem(path: string): Promise<KeyFileError | undefined> {
  const bundle = await bundleFolderAbove(path)
  if (bundle === undefined) return undefined
  return `${path} lies in the bundle folder ${bundle}: a private key there would be published with it. Name a folder outside`
}

/** Windows has no such modes: there every file says that all may read it. */
async function modeProblem(path: string): Promise<KeyFileError | undefined> {
  if (process.platform === 'win32') return undefined
  const mode = (await stat(path)).mode & 0o777
  if ((mode & 0o077) === 0) return undefined
  return `${path} is open to others on this machine (mode ${mode.toString(8)}): "chmod 600 ${path}" closes it`
}

/** Reads a key file that is where it should be and its owner's alone; one with a passphrase needs it. */
export async function readKeyFile(
  path: string,
  passphrase?: string,
): Promise<Result<SigningKey, KeyFileError>> {
  let file: KeyFile
  try {
    file = v.parse(keyFileSchema, JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    return fail(`${path} is no key file: ${messageOf(error)}`)
  }
  const problem = (await placeProblem(path)) ?? (await modeProblem(path))
  if (problem !== undefined) return fail(problem)
  if (file.encryption && !passphrase)
    return fail(`${path} has a passphrase: give it in BACKGROUNDER_PASSPHRASE`)
  try {
    return ok(await importSigningKey(new Uint8Array(opened(file, passphrase ?? '')), file.public))
  } catch {
    return fail(file.encryption ? `The passphrase does not open ${path}` : `${path} holds no Ed25519 key`)
  }
}

function sealed(pkcs8: Buffer, publicHex: string, passphrase: string | undefined): KeyFile {
  const head = { format: 'bg-private-key/1', public: publicHex } as const
  if (!passphrase) return { ...head, private: pkcs8.toString('base64') }
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, SCRYPT), iv)
  const data = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  const [salt64, iv64, tag] = [salt, iv, cipher.getAuthTag()].map((each) => each.toString('base64'))
  const encryption = { kdf: 'scrypt', salt: salt64 ?? '', iv: iv64 ?? '', tag: tag ?? '' } as const
  return { ...head, private: data.toString('base64'), encryption }
}

function opened(file: KeyFile, passphrase: string): Buffer {
  const data = Buffer.from(file.private, 'base64')
  if (!file.encryption) return data
  const [salt, iv, tag] = [file.encryption.salt, file.encryption.iv, file.encryption.tag].map((each) =>
    Buffer.from(each, 'base64'),
  ) as [Buffer, Buffer, Buffer]
  const decipher = createDecipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, SCRYPT), iv)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(data), decipher.final()])
}

/** The nearest folder above a file that holds a bundle or its sources. */
async function bundleFolderAbove(path: string): Promise<string | undefined> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    for (const marker of ['bundle.yaml', 'bundle.json', join('metadata', '1.root.json')]) {
      if (await exists(join(folder, marker))) return folder
    }
    if (folder === dirname(folder)) return undefined
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
