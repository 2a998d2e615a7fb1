import { useEffect, useState } from 'preact/hooks'
import { textIn } from '../../src/facts/local-text.ts'
import { refKey } from '../../src/model/ids.ts'
import { type Mute, withoutMute } from '../../src/model/mute.ts'
import { changeMutes } from '../../src/storage/change-mutes.ts'
import { mutesStore } from '../../src/storage/mutes-store.ts'
import type { NamedMute } from '../../src/ui/options/options-props.ts'
import { openPopupData } from '../popup/popup-data.ts'

/** The mutes with the names of what they mute; an entity that is gone goes by its id. */
export function useMutes(lang: string): readonly NamedMute[] {
  const [mutes, setMutes] = useState<readonly NamedMute[]>([])
  useEffect(() => {
    let isOpen = true
    const show = async (kept: readonly Mute[]) => {
      const named = await withNames(kept, lang)
      if (isOpen) setMutes(named)
    }
    void mutesStore.getValue().then(show)
    const unwatch = mutesStore.watch((kept) => void show(kept))
    return () => {
      isOpen = false
      unwatch()
    }
  }, [lang])
  return mutes
}

/** Marks an entity again. */
export async function unmute({ entity, scope }: Mute): Promise<void> {
  await changeMutes(mutesStore, (mutes) => withoutMute(mutes, entity, scope))
}

async function withNames(mutes: readonly Mute[], lang: string): Promise<NamedMute[]> {
  if (mutes.length === 0) return []
  const { lookup } = await openPopupData()
  const found = await lookup.entities(mutes.map(({ entity }) => entity))
  const names = new Map(found.map(({ ref, record }) => [refKey(ref), textIn(record.names, lang)]))
  return mutes.map((mute) => ({ mute, name: names.get(refKey(mute.entity)) ?? mute.entity.entity }))
}
