/** Locks as a browser's, which Node 22 has not: who asks waits until the one before has let go. */
export function testLocks(): Pick<LockManager, 'request'> & { readonly waiting: (name: string) => number } {
  const last = new Map<string, Promise<unknown>>()
  const counts = new Map<string, number>()
  const request = async (name: string, run: (lock: Lock | null) => unknown): Promise<unknown> => {
    const before = last.get(name)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const running = (async () => {
      await before?.catch(() => undefined)
      return run(null)
    })()
    last.set(name, running)
    try {
      return await running
    } finally {
      counts.set(name, (counts.get(name) ?? 1) - 1)
    }
  }
  return { request: request as LockManager['request'], waiting: (name) => counts.get(name) ?? 0 }
}
