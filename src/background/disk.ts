/** Bytes that the browser still grants, or undefined where it does not tell. */
export async function freeBytes(): Promise<number | undefined> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage)
}

/** Asks the browser not to clear the database when the disk grows full; it may say no, and nothing depends on it. */
export async function keepOnDisk(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}
