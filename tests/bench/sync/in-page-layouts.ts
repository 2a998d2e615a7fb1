/** How records may lie in rows. */
export type Form = 'lines' | 'text' | 'bytes'

/** One layout under test. */
export interface Layout {
  readonly form: Form
  /** Records in a row. */
  readonly packed: number
}

/** What one layout costs, in milliseconds. */
export interface LayoutCost {
  /** Writing every record, in transactions of about 2,000 records that are on the disk when they end. */
  readonly write: number
  /** Reading one record by its id, median and worst of 200. */
  readonly read: number
  readonly slowest: number
  /** One record in a hundred changed: the rows that hold them read, changed and written again. */
  readonly copied: number
  /** The same changes written beside the old rows, as a layer of their own. */
  readonly layered: number
}

type Row = { readonly ids: readonly string[]; readonly body: readonly string[] | string | Uint8Array }

/** Sent into a page: measures one layout in a database of its own. */
export async function measureLayout({
  layout,
  records,
}: {
  readonly layout: Layout
  readonly records: number
}): Promise<LayoutCost> {
  const SLICE_RECORDS = 2_000
  const READS = 200
  const name = `layout-${layout.form}-${layout.packed}`
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open(name, 1)
    open.onupgradeneeded = () => open.result.createObjectStore('rows', { keyPath: ['layer', 'number'] })
    open.onsuccess = () => resolve(open.result)
    open.onerror = () => reject(open.error ?? new Error('not opened'))
  })
  const idOf = (index: number) => `entity-${String(index).padStart(8, '0')}`
  const filler = (index: number) =>
    Array.from(
      { length: 8 },
      (_, at) => `fact ${(index * 31 + at * 977) % 1_000_003} of a record's sixty or so bytes`,
    )
  const lineOf = (index: number, version: number) =>
    JSON.stringify({
      id: idOf(index),
      kind: 'organization',
      names: [`Entity ${index}`],
      version,
      filler: filler(index),
    })
  const bodyOf = (lines: readonly string[]): Row['body'] => {
    if (layout.form === 'lines') return lines
    const text = lines.join('\n')
    return layout.form === 'text' ? text : new TextEncoder().encode(text)
  }
  const linesOf = (body: Row['body']): readonly string[] => {
    if (Array.isArray(body)) return body as readonly string[]
    return (typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array)).split('\n')
  }
  const done = (transaction: IDBTransaction) =>
    new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
  const write = async (layer: number, rows: readonly (Row & { number: number })[]) => {
    const perSlice = Math.max(1, Math.floor(SLICE_RECORDS / layout.packed))
    for (let start = 0; start < rows.length; start += perSlice) {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      for (const row of rows.slice(start, start + perSlice))
        transaction.objectStore('rows').put({ layer, ...row })
      await done(transaction)
    }
  }
  const read = (layer: number, number: number) =>
    new Promise<Row>((resolve, reject) => {
      const request = database.transaction('rows').objectStore('rows').get([layer, number])
      request.onsuccess = () => resolve(request.result as Row)
      request.onerror = () => reject(request.error ?? new Error('not read'))
    })
  const rowsOf = (indexes: readonly number[], version: number) => {
    const rows: (Row & { number: number })[] = []
    for (let start = 0; start < indexes.length; start += layout.packed) {
      const packed = indexes.slice(start, start + layout.packed)
      rows.push({
        number: rows.length,
        ids: packed.map(idOf),
        body: bodyOf(packed.map((index) => lineOf(index, version))),
      })
    }
    return rows
  }
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  const all = rowsOf(
    Array.from({ length: records }, (_, index) => index),
    1,
  )
  const writing = await timed(() => write(0, all))
  const reads: number[] = []
  for (let run = 0; run < READS; run += 1) {
    const index = (run * 7_919) % records
    reads.push(
      await timed(async () => {
        const row = await read(0, Math.floor(index / layout.packed))
        JSON.parse(linesOf(row.body)[index % layout.packed] as string)
      }),
    )
  }
  const changed = Array.from(
    { length: Math.floor(records / 100) },
    (_, at) => (at * 100 + ((at * 37) % 100)) % records,
  )
  const copied = await timed(async () => {
    const touched = [...new Set(changed.map((index) => Math.floor(index / layout.packed)))]
    const rows: (Row & { number: number })[] = []
    for (const number of touched) {
      const row = await read(0, number)
      const lines = [...linesOf(row.body)]
      for (const index of changed)
        if (Math.floor(index / layout.packed) === number) lines[index % layout.packed] = lineOf(index, 2)
      rows.push({ number, ids: row.ids, body: bodyOf(lines) })
    }
    await write(1, rows)
  })
  const layered = await timed(() => write(2, rowsOf(changed, 2)))
  database.close()
  indexedDB.deleteDatabase(name)
  reads.sort((a, b) => a - b)
  return {
    write: writing,
    read: reads[READS >> 1] as number,
    slowest: reads.at(-1) as number,
    copied,
    layered,
  }
}
