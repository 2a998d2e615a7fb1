import { ask } from '../../src/messaging/client.ts'
import type { Reply } from '../../src/messaging/envelope.ts'
import { withPrivateBundle } from '../../src/model/settings.ts'
import { settingsStore } from '../../src/storage/settings-store.ts'
import type { BundlesViewProps } from '../../src/ui/bundle/bundles-view.tsx'

type Actions = Pick<
  BundlesViewProps,
  | 'onUpdate'
  | 'onCancel'
  | 'onPreview'
  | 'onSubscribe'
  | 'onArrange'
  | 'onSwitch'
  | 'onRemove'
  | 'onKeepPrivate'
>

/** What a reader can ask of the bundles; the background does it, and the list follows the database. */
export const bundleActions: Actions = {
  onUpdate: async () => answer(await ask('sync/update-now', {})),
  onCancel: async () => void answer(await ask('sync/cancel', {})),
  onPreview: async (address) => answer(await ask('sync/preview', { address })),
  onSubscribe: async ({ link, pinnedBy }) => {
    const added = answer(await ask('sync/subscribe', { link, firstUse: pinnedBy === 'first-use' }))
    // Not awaited: the list tells how it goes on, whether or not this page stays open.
    if (added.ok) void ask('sync/update-now', {})
    return added
  },
  onArrange: async (bundles) => void answer(await ask('bundles/arrange', { bundles: [...bundles] })),
  onSwitch: async (bundle, isOn) => void answer(await ask('bundles/switch', { bundle, isOn })),
  onKeepPrivate: async (bundle, isPrivate) =>
    settingsStore.setValue(withPrivateBundle(await settingsStore.getValue(), bundle, isPrivate)),
  onRemove: async (link) => void answer(await ask('sync/remove', { link })),
}

function answer<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.error.detail)
  return reply.value
}
