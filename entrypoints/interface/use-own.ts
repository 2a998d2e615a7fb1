import { useEffect, useMemo, useState } from 'preact/hooks'
import { EMPTY_OWN_LAYER, type OwnLayer } from '../../src/model/own-layer.ts'
import type { Own } from '../../src/ui/own/own-context.ts'
import type { OpenedOwn } from './open-own.ts'

/** The own layer as it arrives, and as it changes. */
export function useOwnLayer(opening: Promise<OpenedOwn | null>): Own {
  const [layer, setLayer] = useState<OwnLayer>()
  const [isUnavailable, setUnavailable] = useState(false)
  useEffect(() => {
    let end: (() => void) | undefined
    let wanted = true
    void opening.then((own) => {
      if (!wanted) return
      if (own) end = own.watch(setLayer)
      else setUnavailable(true)
    })
    return () => {
      wanted = false
      end?.()
    }
  }, [opening])
  const state = isUnavailable ? 'unavailable' : layer ? 'ready' : 'opening'
  return useMemo(
    () => ({
      layer: layer ?? EMPTY_OWN_LAYER,
      state,
      saveNote: async (...given) => (await (await opening)?.saveNote(...given)) ?? false,
      addName: async (...given) => {
        const own = await opening
        return own ? own.addName(...given) : 'not-saved'
      },
      removeName: async (...given) => (await (await opening)?.removeName(...given)) ?? false,
    }),
    [layer, state, opening],
  )
}
