import { describe, expect, test } from 'vitest'
import { canonicalBytes } from '../../../src/bundle/crypto.ts'
import type { Json } from '../../../src/bundle/strict-json.ts'
import { findTarget } from '../../../src/bundle/tuf/find-target.ts'
import type { DelegatedRole, Delegations } from '../../../src/bundle/tuf/metadata.ts'
import { matchesPattern } from '../../../src/bundle/tuf/path-pattern.ts'
import { readTarget } from '../../../src/bundle/tuf/read-target.ts'
import { fileOf, signMetadata, targetsOf } from '../../../src/cli/bundle/publish/make-metadata.ts'
import { namedKey } from './test-keys.ts'
import { TestRepository } from './test-repository.ts'

/** Role names below a role, with what of the paths each may sign, and where the search ends. */
type Graph = Readonly<
  Record<string, readonly [name: string, paths: readonly string[], terminating?: boolean][]>
>

async function delegationsOf(below: Graph[string]): Promise<Delegations> {
  const named = await Promise.all(below.map(async ([name]) => namedKey(`delegated ${name}`)))
  const roles = below.map(
    ([name, paths, terminating = false], index): DelegatedRole => ({
      name,
      paths,
      terminating,
      keyids: [named[index]?.keyId ?? ''],
      threshold: 1,
    }),
  )
  return { keys: Object.fromEntries(named.map((key) => [key.keyId, key.publicKey])), roles }
}

/** A repository with the roles of a graph; `files` are the paths that each role signs. */
async function delegating(graph: Graph, files: Readonly<Record<string, readonly string[]>> = {}) {
  const repository = await TestRepository.start()
  const names = new Set(Object.values(graph).flatMap((below) => below.map(([name]) => name)))
  const meta = { ...repository.drafts.snapshot.meta }
  for (const name of names) {
    const signs = Object.fromEntries(
      (files[name] ?? []).map((path) => [path, fileOf(new TextEncoder().encode(name))]),
    )
    const below = graph[name]
    const targets = {
      ...targetsOf({ version: 1, expires: '2027-06-01T00:00:00Z' }, signs),
      ...(below && { delegations: await delegationsOf(below) }),
    }
    const bytes = await signMetadata(targets, [await namedKey(`delegated ${name}`)])
    repository.files.set(`metadata/1.${encodeURIComponent(name)}.json`, bytes)
    meta[`${name}.json`] = { version: 1, ...fileOf(bytes) }
  }
  repository.change('snapshot', { meta })
  repository.change('targets', { delegations: await delegationsOf(graph.targets ?? []) })
  await repository.publishNext()
  const { outcome, stored } = await repository.refresh(await repository.newClient())
  if (!outcome.ok) throw new Error(`${outcome.error.where}: ${outcome.error.detail}`)
  repository.requests.length = 0
  return { repository, stored, trusted: outcome.value }
}

const ALL = ['*'] as const
const visited = (requests: readonly string[]) => requests.map((file) => /\d+\.(.*)\.json$/.exec(file)?.[1])

describe('searching a target through delegations', () => {
  const GRAPHS: readonly [why: string, graph: Graph, order: readonly string[]][] = [
    ['one role', { targets: [['A', ALL]] }, ['A']],
    [
      'roles in the order of their delegations',
      {
        targets: [
          ['B', ALL],
          ['A', ALL],
        ],
      },
      ['B', 'A'],
    ],
    [
      'depth before breadth',
      {
        targets: [
          ['A', ALL],
          ['B', ALL],
        ],
        A: [
          ['C', ALL],
          ['D', ALL],
        ],
      },
      ['A', 'C', 'D', 'B'],
    ],
    [
      'a terminating role ends the search',
      {
        targets: [
          ['A', ALL],
          ['B', ALL],
        ],
        A: [
          ['C', ALL, true],
          ['D', ALL],
        ],
      },
      ['A', 'C'],
    ],
    [
      'but not below itself',
      {
        targets: [['A', ALL]],
        A: [
          ['C', ALL, true],
          ['E', ALL],
        ],
        C: [['D', ALL]],
      },
      ['A', 'C', 'D'],
    ],
    [
      'roles for other paths are passed over',
      {
        targets: [
          ['A', ['*.py']],
          ['B', ALL],
        ],
      },
      ['B'],
    ],
    ['a circle is walked once', { targets: [['A', ALL]], A: [['B', ALL]], B: [['A', ALL]] }, ['A', 'B']],
    [
      'a role that two delegate to is visited once',
      {
        targets: [
          ['A', ALL],
          ['B', ALL],
        ],
        A: [['C', ALL]],
        B: [['C', ALL]],
      },
      ['A', 'C', 'B'],
    ],
  ]
  test.each(GRAPHS)('%s', async (_why, graph, order) => {
    const { repository, stored, trusted } = await delegating(graph)
    const found = await findTarget(repository.session(), stored, trusted, 'missing')
    expect(found.outcome).toEqual({ ok: true, value: undefined })
    expect(visited(repository.requests)).toEqual(order)
    expect([...(found.stored.delegated?.keys() ?? [])].sort()).toEqual([...order].sort())
  })

  test('the first role that signs the path wins, and what it signs is fetched', async () => {
    const { repository, stored, trusted } = await delegating(
      {
        targets: [
          ['A', ['x/*']],
          ['B', ALL],
        ],
      },
      { A: ['x/1'], B: ['x/1', 'x/2'] },
    )
    const found = await findTarget(repository.session(), stored, trusted, 'x/1')
    const target = found.outcome.ok ? found.outcome.value : undefined
    expect(target).toEqual(fileOf(new TextEncoder().encode('A')))
    repository.files.set(`targets/x/${target?.hashes.sha256}.1`, new TextEncoder().encode('A'))
    expect(await readTarget(repository.session(), 'x/1', target ?? fileOf(new Uint8Array()))).toMatchObject({
      ok: true,
    })
  })

  test('a role that the snapshot does not name is not asked for', async () => {
    const { repository, stored, trusted } = await delegating({ targets: [['A', ALL]] })
    const without = { ...trusted, snapshot: { ...trusted.snapshot, meta: {} } }
    const found = await findTarget(repository.session(), stored, without, 'x')
    expect(found.outcome).toMatchObject({ ok: false })
    expect(repository.requests).toEqual([])
  })

  test('a kept role counts only with the keys of whoever delegates to it now', async () => {
    const { repository, stored, trusted } = await delegating({ targets: [['A', ALL]] }, { A: ['x'] })
    const first = await findTarget(repository.session(), stored, trusted, 'x')
    const strangers = await delegationsOf([['B', ALL]])
    const [role] = trusted.targets.delegations?.roles ?? []
    const keyids = Object.keys(strangers.keys)
    const changed = {
      ...trusted,
      targets: {
        ...trusted.targets,
        delegations: { keys: strangers.keys, roles: role ? [{ ...role, keyids }] : [] },
      },
    }
    expect((await findTarget(repository.session(), first.stored, changed, 'x')).outcome).toMatchObject({
      error: { code: 'bad-signature' },
    })
  })

  test('no more than 32 roles are opened', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `r${index}`)
    const { repository, stored, trusted } = await delegating({ targets: names.map((name) => [name, ALL]) })
    await findTarget(repository.session(), stored, trusted, 'missing')
    expect(repository.requests).toHaveLength(32)
  })

  test.each(['?', '#', '/x', '../x', 'a b', 'é'])('the name %j is one part of an address', async (name) => {
    const { repository, stored, trusted } = await delegating({ targets: [[name, ALL]] })
    await findTarget(repository.session(), stored, trusted, 'missing')
    expect(repository.requests).toEqual([`metadata/1.${encodeURIComponent(name)}.json`])
  })

  test('hash bins are found by the hash of the path', async () => {
    const { repository, stored, trusted } = await delegating({ targets: [] })
    const bins = { keyids: [], threshold: 1, bit_length: 8, name_prefix: 'bin' }
    const binned = {
      ...trusted,
      targets: { ...trusted.targets, delegations: { keys: {}, succinct_roles: bins } },
    }
    const found = await findTarget(repository.session(), stored, binned, 'x')
    // SHA-256 of "x" begins with 2d.
    expect(found.outcome).toMatchObject({ ok: false, error: { where: 'bin-2d.json' } })
  })
})

describe('patterns of paths', () => {
  test.each([
    ['README.md', '*.md', true],
    ['releases/README.md', '*.md', false],
    ['releases/x/v1', 'releases/*/*', true],
    ['releases/x', 'releases/*/*', false],
    ['foo-1.tgz', 'foo-?.tgz', true],
    ['foo-alpha.tgz', 'foo-?.tgz', false],
    ['foo-/.tgz', 'foo-?.tgz', false],
    ['README.MD', '*.md', false],
    ['a', '', false],
    ['', '', true],
    ['', '*', true],
    ['abc', 'a*b*c', true],
    ['a.c', 'a[.]c', false],
  ])('%j and %j: %j', (path, pattern, expected) => {
    expect(matchesPattern(path, pattern)).toBe(expected)
  })

  test('a hostile pattern ends', () => {
    expect(matchesPattern('a'.repeat(2_000), `${'*a'.repeat(500)}b`)).toBe(false)
  })
})

test('a file of metadata is canonical JSON', async () => {
  const bytes = await signMetadata(targetsOf({ version: 1, expires: '2027-06-01T00:00:00Z' }, {}), [
    await namedKey('x'),
  ])
  expect(bytes).toEqual(canonicalBytes(JSON.parse(new TextDecoder().decode(bytes)) as Json))
})
