import { createHash, randomUUID } from 'node:crypto'
import { type BundlePart, MANIFEST_FILE, partTarget } from '../../../bundle/manifest.ts'
import { openBundleManifest } from '../../../bundle/open-bundle-manifest.ts'
import type { ReadFile } from '../../../bundle/read-bundle.ts'
import { roleFile, rootFile, TIMESTAMP_FILE, targetFile } from '../../../bundle/tuf/files.ts'
import { targetOf } from '../../../bundle/tuf/find-target.ts'
import { READER_PROFILE } from '../../../bundle/tuf/profile.ts'
import { refresh, type TrustedMetadata } from '../../../bundle/tuf/refresh.ts'
import type { FirstTrust } from '../../../bundle/tuf/stored-metadata.ts'
import { firstRoot } from '../../../bundle/tuf/update-root.ts'
import { fail, ok } from '../../../model/result.ts'
import { type Answer, askHost, isAnswer } from './ask-host.ts'

/** One thing that was asked of a host, and how it answered; where that is wrong, also what to do. */
export interface Finding {
  readonly sound: boolean
  readonly what: string
}

const finding = (sound: boolean, good: string, bad: string): Finding => ({ sound, what: sound ? good : bad })

/**
 * Asks a host for what readers will ask for, in the way they do, and says what would keep them out: missing CORS
 * headers (on errors, too), redirects, web pages in the place of 404, files that are missing, cut or encoded on the way.
 */
export async function* examineHost(base: string, trust: FirstTrust): AsyncGenerator<Finding> {
  const first = await askHost(base, rootFile(1))
  if (!isAnswer(first)) {
    yield { sound: false, what: `${base}${first.file}: no answer: ${first.reason}` }
    return
  }
  const { trusted, ...told } = await readMetadata(base, trust)
  yield told
  for (const file of [rootFile(1), TIMESTAMP_FILE, ...(trusted ? filesOf(trusted) : [])])
    yield* examineFile(base, file)
  if (trusted) yield* examineParts(base, trusted)
  const unknown = [`metadata/${randomUUID()}.json`, `targets/${randomUUID()}.jsonl.gz`]
  for (const file of [rootFile((trusted?.root.version ?? 1) + 1), ...unknown])
    yield* examineMissing(base, file)
}

async function readMetadata(
  base: string,
  trust: FirstTrust,
): Promise<Finding & { readonly trusted?: TrustedMetadata }> {
  const session = {
    crypto: crypto.subtle,
    profile: READER_PROFILE,
    now: Date.now(),
    readFile: readerOf(base),
  }
  const first = await firstRoot(session, trust)
  const refreshed = first.ok ? (await refresh(session, first.value)).outcome : first
  if (!refreshed.ok) {
    const { where, code, detail } = refreshed.error
    return {
      sound: false,
      what: `The metadata cannot be read, or is not valid: ${where}: ${code}: ${detail}`,
    }
  }
  const { timestamp } = refreshed.value
  return {
    sound: true,
    what: `The metadata can be read, and is valid until ${timestamp.expires}`,
    trusted: refreshed.value,
  }
}

function filesOf({ snapshot, timestamp, targets }: TrustedMetadata): string[] {
  const [targetsMeta, manifest] = [snapshot.meta['targets.json'], targetOf(targets, MANIFEST_FILE)]
  return [
    roleFile('snapshot', timestamp.meta['snapshot.json'], true),
    ...(targetsMeta ? [roleFile('targets', targetsMeta, true)] : []),
    ...(manifest ? [targetFile(MANIFEST_FILE, manifest, true)] : []),
  ]
}

/** Every part and delta: one that an upload left out is found by no reader but the one that needs it. */
async function* examineParts(base: string, trusted: TrustedMetadata): AsyncGenerator<Finding> {
  const target = targetOf(trusted.targets, MANIFEST_FILE)
  const answer = target && (await askHost(base, targetFile(MANIFEST_FILE, target, true)))
  const manifest = answer && isAnswer(answer) ? openBundleManifest(answer.bytes, trusted) : undefined
  if (!manifest?.ok) {
    yield { sound: false, what: `${MANIFEST_FILE} cannot be read` }
    return
  }
  const { full, deltas } = manifest.value
  for (const part of [...full, ...deltas.flatMap((delta) => delta.parts)])
    yield* examineFile(base, partTarget(part), part)
}

/** What holds for every answer; gives the one to look at, where there is one. */
async function* answered(base: string, file: string): AsyncGenerator<Finding, Answer | undefined> {
  const answer = await askHost(base, file)
  if (!isAnswer(answer)) {
    yield { sound: false, what: `${file}: no answer: ${answer.reason}` }
    return undefined
  }
  yield* common(answer)
  return isRedirect(answer) ? undefined : answer
}

async function* examineFile(base: string, file: string, part?: BundlePart): AsyncGenerator<Finding> {
  const answer = yield* answered(base, file)
  if (!answer) return
  const { status } = answer
  yield finding(status === 200, `${file}: status 200`, `${file}: status ${status} instead of 200`)
  if (status !== 200) return
  if (part) yield bytesFinding(answer, part)
  if (file === TIMESTAMP_FILE)
    yield finding(
      isShortLived(answer),
      `${file}: kept by caches for 5 minutes at most`,
      `${file}: caches may keep it for more than 5 minutes. Send it with Cache-Control: max-age=300, or less`,
    )
}

function bytesFinding({ file, headers, bytes }: Answer, { length, sha256 }: BundlePart): Finding {
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity')
    return {
      sound: false,
      what: `${file}: sent with Content-Encoding: ${encoding}. It is compressed already and must be sent as it is`,
    }
  return finding(
    bytes.length === length && createHash('sha256').update(bytes).digest('hex') === sha256,
    `${file}: the very bytes that are signed`,
    `${file}: not the bytes that are signed. Upload it again`,
  )
}

async function* examineMissing(base: string, file: string): AsyncGenerator<Finding> {
  const answer = yield* answered(base, file)
  if (!answer) return
  const { status } = answer
  yield finding(
    [403, 404, 410].includes(status),
    `${file}, which is not there: status ${status}`,
    `${file}, which is not there: status ${status} instead of 404. Switch the page for missing addresses off`,
  )
}

function* common(answer: Answer): Generator<Finding> {
  const { file, status, headers } = answer
  const cors = headers.get('access-control-allow-origin')
  yield finding(
    cors === '*',
    `${file}: Access-Control-Allow-Origin is *`,
    `${file}: Access-Control-Allow-Origin is ${cors ?? 'not sent'}, it must be * on every answer, errors included`,
  )
  yield finding(
    !isRedirect(answer),
    `${file}: no redirect`,
    `${file}: status ${status} leads to ${headers.get('location') ?? 'nowhere'}. Readers follow no redirect: serve it here, or publish the other address`,
  )
}

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400

const MOST_SECONDS = 300

/** Without a word about caching, caches decide for themselves. */
function isShortLived({ headers }: Answer): boolean {
  const caching = headers.get('cache-control') ?? ''
  if (/no-store|no-cache/.test(caching)) return true
  const seconds = Number(/max-age=(\d+)/.exec(caching)?.[1] ?? Number.NaN)
  return seconds <= MOST_SECONDS
}

const readerOf =
  (base: string): ReadFile<{ code: string; where: string; detail: string }> =>
  async (file, size) => {
    const answer = await askHost(base, file)
    const most = 'exactly' in size ? size.exactly : size.atMost
    if (!isAnswer(answer)) return fail({ code: 'unreachable', where: file, detail: answer.reason })
    if ([403, 404, 410].includes(answer.status))
      return fail({ code: 'not-found', where: file, detail: `status ${answer.status}` })
    if (answer.status !== 200)
      return fail({ code: 'http-error', where: file, detail: `status ${answer.status}` })
    return answer.bytes.length > most
      ? fail({ code: 'too-large', where: file, detail: `over ${most} bytes` })
      : ok(answer.bytes)
  }
