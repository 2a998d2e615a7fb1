import { randomUUID } from 'node:crypto'
import { MANIFEST_FILE, partTarget } from '../../../bundle/manifest.ts'
import { openBundleManifest } from '../../../bundle/open-bundle-manifest.ts'
import type { ReadFile } from '../../../bundle/read-bundle.ts'
import { roleFile, rootFile, TIMESTAMP_FILE, targetFile } from '../../../bundle/tuf/files.ts'
import { targetOf } from '../../../bundle/tuf/find-target.ts'
import { READER_PROFILE } from '../../../bundle/tuf/profile.ts'
import { refresh, type TrustedMetadata } from '../../../bundle/tuf/refresh.ts'
import { firstRoot } from '../../../bundle/tuf/update-root.ts'
import { fail, ok } from '../../../model/result.ts'

/** One thing that was asked of a host, and how it answered. */
export interface Finding {
  readonly sound: boolean
  readonly what: string
}

/** How long one answer may take, in milliseconds. */
const PATIENCE = 20_000

interface Answer {
  readonly file: string
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Asks a host for what readers will ask for, in the way they do, and says what would keep them out: missing CORS
 * headers (on errors, too), redirects, web pages in the place of 404, bytes that are encoded on the way.
 */
export async function examineHost(base: string): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const trusted = await readMetadata(base, findings)
  const files = [rootFile(1), TIMESTAMP_FILE, ...(trusted ? filesOf(trusted) : [])]
  for (const file of files) findings.push(...(await examineFile(base, file)))
  if (trusted) findings.push(...(await examineManifest(base, trusted)))
  for (const file of [
    rootFile((trusted?.root.version ?? 1) + 1),
    `metadata/${randomUUID()}.json`,
    `targets/${randomUUID()}.jsonl.gz`,
  ])
    findings.push(...(await examineMissing(base, file)))
  return findings
}

async function readMetadata(base: string, findings: Finding[]): Promise<TrustedMetadata | undefined> {
  const session = {
    crypto: crypto.subtle,
    profile: READER_PROFILE,
    now: Date.now(),
    readFile: readerOf(base),
  }
  const first = await firstRoot(session, { kind: 'first-use' })
  const refreshed = first.ok ? (await refresh(session, first.value)).outcome : first
  const problem = refreshed.ok
    ? ''
    : `: ${refreshed.error.where}: ${refreshed.error.code}: ${refreshed.error.detail}`
  findings.push({ sound: refreshed.ok, what: `The metadata can be read and is valid now${problem}` })
  return refreshed.ok ? refreshed.value : undefined
}

function filesOf({ snapshot, timestamp, targets }: TrustedMetadata): string[] {
  const [targetsMeta, manifest] = [snapshot.meta['targets.json'], targetOf(targets, MANIFEST_FILE)]
  return [
    roleFile('snapshot', timestamp.meta['snapshot.json'], true),
    ...(targetsMeta ? [roleFile('targets', targetsMeta, true)] : []),
    ...(manifest ? [targetFile(MANIFEST_FILE, manifest, true)] : []),
  ]
}

async function examineManifest(base: string, trusted: TrustedMetadata): Promise<Finding[]> {
  const target = targetOf(trusted.targets, MANIFEST_FILE)
  const answer = target && (await ask(base, targetFile(MANIFEST_FILE, target, true)))
  const manifest = answer && openBundleManifest(answer.bytes, trusted)
  if (!manifest?.ok) return [{ sound: false, what: `${MANIFEST_FILE} cannot be read` }]
  const parts = [
    ...manifest.value.full.slice(0, 1),
    ...manifest.value.deltas.flatMap((delta) => delta.parts).slice(-1),
  ]
  const findings: Finding[] = []
  for (const part of parts) findings.push(...(await examineFile(base, partTarget(part), part.length)))
  return findings
}

async function examineFile(base: string, file: string, length?: number): Promise<Finding[]> {
  const answer = await ask(base, file)
  if (!answer) return [{ sound: false, what: `${file}: no answer` }]
  const encoding = answer.headers.get('content-encoding')
  return [
    ...common(answer),
    { sound: answer.status === 200, what: `${file}: status ${answer.status}` },
    ...(length === undefined
      ? []
      : [
          {
            sound: answer.bytes.length === length && (encoding ?? 'identity') === 'identity',
            what: `${file}: the very bytes, not encoded on the way`,
          },
        ]),
    ...(file === TIMESTAMP_FILE
      ? [{ sound: isShortLived(answer), what: `${file}: kept by caches for 5 minutes at most` }]
      : []),
  ]
}

async function examineMissing(base: string, file: string): Promise<Finding[]> {
  const answer = await ask(base, file)
  if (!answer) return [{ sound: false, what: `${file}: no answer` }]
  const honest = [403, 404, 410].includes(answer.status)
  return [
    ...common(answer),
    {
      sound: honest,
      what: `${file}, which is not there: status ${answer.status}${honest ? '' : ' instead of 404'}`,
    },
  ]
}

function common({ file, status, headers }: Answer): Finding[] {
  const cors = headers.get('access-control-allow-origin')
  return [
    {
      sound: cors === '*',
      what: `${file}: Access-Control-Allow-Origin is ${cors ?? 'not sent'}${cors === '*' ? '' : ', it must be *'}`,
    },
    { sound: status < 300 || status >= 400, what: `${file}: no redirect` },
  ]
}

const MOST_SECONDS = 300

/** Without a word about caching, caches decide for themselves. */
function isShortLived({ headers }: Answer): boolean {
  const caching = headers.get('cache-control') ?? ''
  if (/no-store|no-cache/.test(caching)) return true
  const seconds = Number(/max-age=(\d+)/.exec(caching)?.[1] ?? Number.NaN)
  return seconds <= MOST_SECONDS
}

async function ask(base: string, file: string): Promise<Answer | undefined> {
  try {
    const response = await fetch(base + file, {
      redirect: 'manual',
      headers: { Origin: 'https://reader.invalid', 'Accept-Encoding': 'gzip' },
      signal: AbortSignal.timeout(PATIENCE),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { file, status: response.status, headers: response.headers, bytes }
  } catch {
    return undefined
  }
}

const readerOf =
  (base: string): ReadFile<{ code: string; where: string; detail: string }> =>
  async (file, size) => {
    const answer = await ask(base, file)
    const most = 'exactly' in size ? size.exactly : size.atMost
    if (!answer) return fail({ code: 'unreachable', where: file, detail: 'no answer' })
    if ([403, 404, 410].includes(answer.status))
      return fail({ code: 'not-found', where: file, detail: `status ${answer.status}` })
    if (answer.status !== 200)
      return fail({ code: 'http-error', where: file, detail: `status ${answer.status}` })
    return answer.bytes.length > most
      ? fail({ code: 'too-large', where: file, detail: `over ${most} bytes` })
      : ok(answer.bytes)
  }
