import { fail } from '../model/result.ts'
import { arrangeBundles, removeSubscription, switchBundle } from '../storage/arrange-bundles.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { exclusively } from '../sync/exclusive.ts'
import { keepOnDisk } from './disk.ts'
import type { BundleHandlers } from './handlers.ts'
import { preview, subscribe } from './subscriptions.ts'
import type { Updater } from './updater.ts'

/** What the handlers of bundles work with. */
export interface BundleHandlerInput {
  /** Undefined where the database does not open. */
  readonly database: () => Promise<BackgrounderDatabase | undefined>
  readonly updater: Updater
  /** What is read from has changed: the index is built anew and pages are marked afresh. */
  readonly changed: () => Promise<void>
  /** The subscriptions have changed: their schedule and their second copy follow. */
  readonly subscriptionsChanged: () => Promise<void>
}

/** The requests about bundles and their updates. */
export function bundleHandlers(input: BundleHandlerInput): BundleHandlers {
  const { database, updater, changed, subscriptionsChanged } = input
  return {
    'sync/update-now': () => updater.run(),
    'sync/cancel': async () => {
      updater.cancel()
      return null
    },
    'sync/preview': async ({ address }) => {
      const open = await database()
      return open ? preview(open, address) : fail({ kind: 'host', ...UNAVAILABLE })
    },
    'sync/subscribe': async ({ link, firstUse }) => {
      const open = await database()
      if (!open) return fail('not-saved')
      const added = await subscribe(open, link, firstUse)
      if (added.ok) {
        updater.added()
        await keepOnDisk()
      }
      await subscriptionsChanged()
      return added
    },
    'sync/remove': async ({ link }) => {
      updater.cancel()
      const open = await needed(database)
      await exclusively(navigator.locks, () => removeSubscription(open, link))
      await subscriptionsChanged()
      await changed()
      return null
    },
    'bundles/arrange': async ({ bundles }) => {
      await arrangeBundles(await needed(database), bundles)
      await changed()
      return null
    },
    'bundles/switch': async ({ bundle, isOn }) => {
      await switchBundle(await needed(database), bundle, isOn)
      await changed()
      return null
    },
  }
}

const UNAVAILABLE = {
  code: 'storage-unavailable',
  where: 'open',
  detail: 'the database did not open',
} as const

async function needed(database: BundleHandlerInput['database']): Promise<BackgrounderDatabase> {
  const open = await database()
  if (!open) throw new Error(UNAVAILABLE.detail)
  return open
}
