/** What the database shows of a bundle, read without any code of the extension's. */
export interface StoredBundle {
  readonly generation: number
  readonly stateRoot: string | undefined
  /** Id and line of every record that is shown. */
  readonly lines: readonly (readonly [id: string, line: string])[]
  /** Installs that are neither shown nor about to be. */
  readonly unfinished: number
  /** Rows of records that belong to nothing that is shown. */
  readonly strayChunks: number
}

/** Sent into a page of the extension: resolves when a generation of a bundle is shown. */
export async function untilShown(
  view: Window & typeof globalThis,
  { bundle, generation }: { readonly bundle: string; readonly generation: number },
): Promise<null> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = view.indexedDB.open('backgrounder')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('not opened'))
  })
  const shown = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = database.transaction('bundles').objectStore('bundles').get(bundle)
      request.onsuccess = () => resolve(request.result?.generation)
      request.onerror = () => reject(request.error ?? new Error('not read'))
    })
  while ((await shown()) !== generation) await new Promise((resolve) => setTimeout(resolve, 5))
  database.close()
  return null
}

/** Sent into a page of the extension: the bundle as a reader would find it now; null where there is none. */
export async function readStoredBundle(
  view: Window & typeof globalThis,
  bundle: string,
): Promise<StoredBundle | null> {
  interface Layer {
    readonly install: number
  }
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not read'))
    })
  const database = await answer(view.indexedDB.open('backgrounder'))
  try {
    const transaction = database.transaction(['bundles', 'chunks', 'installs'])
    const [rows, installs, chunks] = await Promise.all([
      answer(transaction.objectStore('bundles').getAll()),
      answer(transaction.objectStore('installs').getAll()),
      answer(transaction.objectStore('chunks').getAll()),
    ])
    const row = rows.find((each) => each.bundle === bundle)
    const shown = new Set<number>(rows.flatMap((each) => each.layers.map(({ install }: Layer) => install)))
    if (!row) return null
    const lines = new Map<string, string>()
    for (const { install } of row.layers as Layer[])
      for (const chunk of chunks.filter((each) => each.install === install))
        for (const [index, id] of chunk.ids.entries()) {
          if (chunk.lines[index] === '') lines.delete(id)
          else lines.set(id, chunk.lines[index])
        }
    return {
      generation: row.generation,
      stateRoot: row.stateRoot,
      lines: [...lines],
      unfinished: installs.filter(({ install }) => !shown.has(install)).length,
      strayChunks: chunks.filter(({ install }) => !shown.has(install)).length,
    }
  } finally {
    database.close()
  }
}
