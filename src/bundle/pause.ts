/**
 * Lets everything run that waits: a message of a page must not wait until a bundle has been read. A task, not a
 * microtask, and in its turn with all others: `scheduler.yield` would come back before them.
 */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else passOn(resolve)
  })

let channel: MessageChannel | undefined
const waiting: (() => void)[] = []

/** A message to oneself: a timer would wait for four milliseconds. */
function passOn(resolve: () => void): void {
  if (!channel) {
    channel = new MessageChannel()
    channel.port1.onmessage = () => waiting.shift()?.()
  }
  waiting.push(resolve)
  channel.port2.postMessage(null)
}
