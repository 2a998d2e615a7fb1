import { IDBCursor, IDBFactory, IDBIndex, IDBObjectStore } from 'fake-indexeddb'
import { vi } from 'vitest'

/** Every way into the database: what stands before one of them is a moment at which a browser may be killed. */
const OPERATIONS = [
  [
    IDBObjectStore.prototype,
    [
      'add',
      'put',
      'get',
      'getAll',
      'getKey',
      'getAllKeys',
      'count',
      'delete',
      'clear',
      'openCursor',
      'openKeyCursor',
    ],
  ],
  [IDBIndex.prototype, ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
  [IDBCursor.prototype, ['continue', 'advance', 'delete', 'update']],
  [IDBFactory.prototype, ['open', 'deleteDatabase']],
] as const

type Operation = (this: unknown, ...args: unknown[]) => unknown

/** Calls `strike` before each database operation, with its number from 1 on and its name. Ends with `vi.restoreAllMocks`. */
export function beforeEachOperation(strike: (number: number, name: string) => void): void {
  let number = 0
  for (const [prototype, names] of OPERATIONS) {
    for (const name of names) {
      const operations = prototype as unknown as Record<string, Operation>
      const original = operations[name]
      vi.spyOn(operations, name).mockImplementation(function (this: unknown, ...args) {
        number += 1
        strike(number, name)
        return original?.apply(this, args)
      })
    }
  }
}
