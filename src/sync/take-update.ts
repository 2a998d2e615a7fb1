import { type BundleManifest, type BundlePart, partTarget } from '../bundle/manifest.ts'
import type { UpdatePlan } from '../bundle/plan-update.ts'
import { fail, type Result } from '../model/result.ts'
import type { SyncError } from '../model/sync-error.ts'
import type { Difference } from '../storage/change-log.ts'
import type { Incoming } from '../storage/flip.ts'
import { diskNeed } from './disk-need.ts'
import { type Host, httpFiles } from './http-files.ts'
import type { SyncInput } from './sync-input.ts'
import { readChain } from './take-deltas.ts'
import { bytesBefore, takeGeneration } from './take-generation.ts'

type Taken = Promise<Result<Difference, SyncError>>
type Deltas = Extract<UpdatePlan, { kind: 'deltas' }>
/** What of an update's input is needed here. */
type TakeUpdateInput = Pick<
  SyncInput,
  'store' | 'crypto' | 'clock' | 'signal' | 'onEvent' | 'free' | 'follow'
>
type HostedIncoming = Incoming & { readonly manifest: BundleManifest }

/**
 * Takes in what a manifest signs, by deltas where there are any that lead from what is installed. Where those do not
 * lead to the signed digest, because a record was damaged or a delta is wrong, the whole generation is fetched.
 */
export async function takeUpdate(
  input: TakeUpdateInput,
  host: Host,
  incoming: HostedIncoming,
  plan: Exclude<UpdatePlan, { kind: 'current' }>,
): Taken {
  const short = await shortOfDisk(input, incoming)
  if (short) return short
  if (plan.kind === 'full') return takeFull(input, host, incoming, plan.bytes)
  const taken = await takeDeltas(input, host, incoming, plan)
  if (taken.ok || taken.error.code !== 'wrong-state') return taken
  return takeFull(input, host, incoming, sum(incoming.manifest.full))
}

async function takeFull(input: TakeUpdateInput, host: Host, incoming: HostedIncoming, total: number): Taken {
  const { generation, full, counts } = incoming.manifest
  input.onEvent({ type: 'found', generation, total })
  const onEvent = neverBack(input.onEvent)
  /** Ends with this, however it ends: the part after one that failed may be on its way. */
  const own = new AbortController()
  const signal = AbortSignal.any([host.signal, own.signal])
  try {
    return await takeGeneration(
      {
        ...input,
        files: httpFiles(counting({ ...host, signal }, full, onEvent)),
        onBytes: (received) => onEvent({ type: 'received', received }),
        onFetched: () => onEvent({ type: 'fetched', records: counts.entities }),
      },
      incoming,
    )
  } finally {
    own.abort()
  }
}

/** The next part may be on its way before one is done: what has been told of bytes is not taken back. */
function neverBack(onEvent: TakeUpdateInput['onEvent']): TakeUpdateInput['onEvent'] {
  let most = 0
  return (event) => {
    if (event.type === 'received' && event.received <= most) return
    if (event.type === 'received') most = event.received
    onEvent(event)
  }
}

async function takeDeltas(
  input: TakeUpdateInput,
  host: Host,
  incoming: HostedIncoming,
  { deltas, bytes: total, from }: Deltas,
): Taken {
  const { store, crypto, clock, signal, onEvent } = input
  const { id, generation, counts } = incoming.manifest
  onEvent({ type: 'found', generation, total })
  const state = await store.state(id)
  if (!state.ok) return state
  if (!state.value)
    return fail({ code: 'wrong-state', where: id, detail: 'it was installed without a digest' })
  const parts = deltas.flatMap((delta) => delta.parts)
  const chain = await readChain(
    {
      files: httpFiles(counting(host, parts, onEvent)),
      crypto,
      state: state.value,
      onBytes: (received) => onEvent({ type: 'received', received }),
    },
    deltas,
  )
  if (!chain.ok) return chain
  onEvent({ type: 'fetched', records: counts.entities })
  signal.throwIfAborted()
  return store.change({ ...incoming, ...chain.value, from }, new Date(clock.now()).toISOString(), { signal })
}

/** Tells the bytes of all files so far: those that are done, and of the one under way what has come. */
function counting(host: Host, parts: readonly BundlePart[], onEvent: TakeUpdateInput['onEvent']): Host {
  const before = bytesBefore(parts.map((part) => [partTarget(part), part.length]))
  const onBytes = (file: string, received: number) =>
    onEvent({ type: 'received', received: (before.get(file) ?? 0) + received })
  return { ...host, onBytes }
}

/** Asked before a byte is fetched: a disk that fills up on the way costs the reader the traffic as well. */
async function shortOfDisk(
  { free }: TakeUpdateInput,
  { manifest }: HostedIncoming,
): Promise<Result<never, SyncError> | undefined> {
  const left = await free?.()
  const need = diskNeed(manifest)
  if (left === undefined || left >= need) return undefined
  return fail({
    code: 'storage-full',
    where: 'estimate',
    detail: `${need} bytes are needed, ${left} are free`,
  })
}

const sum = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((total, { length }) => total + length, 0)
