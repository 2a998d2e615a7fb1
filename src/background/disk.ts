import { bytesLeft } from '../sync/disk-need.ts'

/** Bytes that may still be taken on the disk, or undefined where the browser does not tell. */
export const freeBytes = async (): Promise<number | undefined> =>
  bytesLeft((await navigator.storage?.estimate?.().catch(() => undefined)) ?? {})

/** Asks the browser not to clear the database when the disk grows full; it may say no, and nothing depends on it. */
export async function keepOnDisk(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
}
