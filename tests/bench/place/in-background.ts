/** What asking the background costs a tab. */
export interface InBackground {
  /** Milliseconds until the answer is there. */
  readonly runs: readonly number[]
  /** The longest time in which the tab's main thread answered nothing, per run. */
  readonly blocked: readonly number[]
  readonly mentions: number
}

/**
 * Sent into the content script's world. While the answer is awaited a chain of messages to itself ticks; the
 * longest pause between two ticks is what the tab was busy with packing and unpacking.
 */
export async function askBackground({
  blocks,
  times,
}: {
  readonly blocks: readonly { text: string }[]
  readonly times: number
}): Promise<InBackground> {
  const { runtime } = (
    globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
  ).chrome
  const runs: number[] = []
  const blocked: number[] = []
  let mentions = 0
  for (let run = 0; run < times; run += 1) {
    const channel = new MessageChannel()
    let last = performance.now()
    let longest = 0
    const tick = () => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }
    channel.port1.onmessage = () => {
      tick()
      channel.port2.postMessage(null)
    }
    channel.port2.postMessage(null)
    const from = performance.now()
    const payload = { blocks, date: '2020-02-27', lang: 'en' }
    const reply = (await runtime.sendMessage({ to: 'background', name: 'page/recognise', payload })) as {
      value: { blocks: ({ spans: unknown[] } | null)[] }
    }
    tick()
    runs.push(performance.now() - from)
    channel.port1.close()
    blocked.push(longest)
    mentions = reply.value.blocks.reduce((sum, block) => sum + (block?.spans.length ?? 0) / 3, 0)
  }
  return { runs, blocked, mentions }
}
