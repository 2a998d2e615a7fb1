import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Mute, mutesOn, withoutMute } from '../../src/model/mute.ts'
import { mutesStore, privateMutesStore } from '../../src/storage/mutes-store.ts'
import type { ActiveTab } from '../popup/tab.ts'

/** What the reader has muted on the page of a tab, and the way to have it marked again; the background tells the page. */
export function useMutesHere(tab: ActiveTab | undefined): {
  readonly muted: readonly Mute[]
  readonly onUnmute: (mute: Mute) => void
} {
  // In a private window only what was muted in private windows can be taken back: nothing of it is written.
  const store = tab?.isPrivate ? privateMutesStore : mutesStore
  const [mutes, setMutes] = useState<readonly Mute[]>([])
  useEffect(() => {
    // A store that cannot be read has nothing to show.
    store.getValue().then(setMutes, () => undefined)
    return store.watch(setMutes)
  }, [store])
  const onUnmute = useCallback(
    ({ entity, scope }: Mute) =>
      void store.getValue().then((kept) => store.setValue(withoutMute(kept, entity, scope))),
    [store],
  )
  return { muted: tab ? mutesOn(mutes, tab.url ?? '') : [], onUnmute }
}
