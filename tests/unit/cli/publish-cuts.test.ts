import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readOwnRepository } from '../../../src/cli/bundle/publish/own-repository.ts'
import { uploadOrder } from '../../../src/cli/bundle/publish/publish-folder.ts'
import { NEW_READER, type Reader, readOnce } from '../tuf/test-reader.ts'
import { release, startPublisher, succeed, type TestPublisher } from './published-repository.ts'
import { sourceFolder, temporaryFolder } from './source-folder.ts'

type Files = Map<string, Uint8Array<ArrayBuffer>>

/** What is signed in a folder, in the order in which `publish` copies it. */
async function upload(folder: string): Promise<[file: string, bytes: Uint8Array<ArrayBuffer>][]> {
  const own = await readOwnRepository(folder)
  if (!own.ok || !own.value.trusted || !own.value.manifest) throw new Error('nothing is signed')
  const order = uploadOrder({ ...own.value, trusted: own.value.trusted, manifest: own.value.manifest })
  return Promise.all(
    order.map(async (file) => [file, new Uint8Array(await readFile(join(folder, file)))] as const),
  ) as Promise<[string, Uint8Array<ArrayBuffer>][]>
}

/** A host before an upload, what is uploaded, and what readers may see. */
interface Scenario {
  readonly what: string
  readonly host: Files
  readonly upload: readonly (readonly [string, Uint8Array<ArrayBuffer>])[]
  readonly reader: Reader
  readonly old: ReadonlyMap<string, string>
  readonly next: ReadonlyMap<string, string>
}

async function change(publisher: TestPublisher, name: string, generation: number): Promise<void> {
  const entity = `entities:\n  - {id: rats, kind: organization, names: {en: ${name}}}\n`
  await writeFile(join(publisher.sources, 'more.yaml'), entity)
  await release(publisher, generation)
}

const NOW = Date.now()
const read = async (reader: Reader, host: Files) => (await readOnce(reader, host, NOW)).reader

async function scenarioOf(
  what: string,
  publisher: TestPublisher,
  before: Files,
  step: () => Promise<unknown>,
): Promise<Scenario> {
  const reader = before.size > 0 ? await read(NEW_READER, before) : NEW_READER
  await step()
  const files = await upload(publisher.out)
  const next = await read(NEW_READER, new Map(files))
  return { what, host: before, upload: files, reader, old: reader.lines, next: next.lines }
}

async function scenarios(): Promise<Scenario[]> {
  const publisher = await startPublisher(await sourceFolder(), '--root-keys', '2')
  const all = [await scenarioOf('the first upload', publisher, new Map(), async () => undefined)]
  let host: Files = new Map(await upload(publisher.out))
  const steps: readonly [string, () => Promise<unknown>][] = [
    ['a new generation', () => change(publisher, 'Tashkent body', 2)],
    [
      'a new timestamp key',
      () =>
        succeed(
          'rotate-key',
          publisher.out,
          '--role',
          'timestamp',
          '--keys',
          publisher.keys,
          '--at',
          publisher.at,
        ),
    ],
    [
      'a new targets key',
      () =>
        succeed(
          'rotate-key',
          publisher.out,
          '--role',
          'targets',
          '--keys',
          publisher.keys,
          '--at',
          publisher.at,
        ),
    ],
    ['a generation with two deltas', () => change(publisher, 'Bishkek body', 9)],
    [
      'a new root key',
      () =>
        succeed(
          'rotate-key',
          publisher.out,
          '--role',
          'root',
          '--keys',
          publisher.keys,
          '--at',
          publisher.at,
        ),
    ],
  ]
  for (const [what, step] of steps) {
    all.push(await scenarioOf(what, publisher, host, step))
    host = new Map([...host, ...(await upload(publisher.out))])
  }
  return all
}

/** A host at each moment of an upload: cut after each file, and with each file only begun. */
function* moments({ host, upload: files }: Scenario): Generator<Files> {
  const state = new Map(host)
  for (const [file, bytes] of files) {
    for (const part of [0, 1, bytes.length >> 1, bytes.length - 1])
      if (state.get(file) !== bytes) yield new Map(state).set(file, bytes.slice(0, part))
    state.set(file, bytes)
    yield new Map(state)
  }
}

test('wherever an upload is cut, every reader sees the old generation or the new one', async () => {
  let [states, olds, news] = [0, 0, 0]
  for (const scenario of await scenarios()) {
    const { old, next, reader, upload: files } = scenario
    for (const host of moments(scenario)) {
      states += 1
      for (const before of [reader, NEW_READER]) {
        const seen = (await read(before, host)).lines
        const isOld =
          before.lines.size === seen.size && [...before.lines].every(([id, line]) => seen.get(id) === line)
        const known = isOld
          ? before.lines
          : [old, next].find(
              (each) => each.size === seen.size && [...each].every(([id, line]) => seen.get(id) === line),
            )
        expect([scenario.what, known !== undefined]).toEqual([scenario.what, true])
        if (known === next) news += 1
        else olds += 1
      }
    }
    // Whatever was cut, the whole upload is taken in the end.
    expect((await read(await read(reader, new Map(files.slice(0, -1))), new Map(files))).lines).toEqual(next)
  }
  console.log(
    `publish cuts: ${states} states of a host, ${olds + news} readers: ${olds} saw the old generation, ${news} the new one`,
  )
  expect(states).toBeGreaterThanOrEqual(60)
}, 120_000)

test('a cut upload goes on with what is missing', async () => {
  const publisher = await startPublisher(await sourceFolder())
  const [whole, cut] = [await temporaryFolder(), await temporaryFolder()]
  await succeed('publish', publisher.out, whole)
  const files = await upload(publisher.out)
  for (let count = 0; count < files.length; count += 1) {
    for (const [file] of files.slice(0, count))
      await cp(join(whole, file), join(cut, `${count}`, file), { recursive: true })
    const told = await succeed('publish', publisher.out, join(cut, `${count}`))
    expect(told).toMatch(new RegExp(`: ${files.length - count} files? copied, ${count} there already`))
  }
}, 60_000)
