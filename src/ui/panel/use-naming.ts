import { useEffect, useState } from 'preact/hooks'
import { textIn } from '../../facts/local-text.ts'
import type { SearchHit } from '../../model/lookup.ts'
import type { PanelRequest } from '../../model/panel-request.ts'
import type { NameProblem, Own } from '../own/own-context.ts'

/** A selected text on its way to become a name of the reader's own. */
export type Naming =
  | { readonly state: 'none' }
  | { readonly state: 'choosing'; readonly text: string; readonly problem: NameProblem | null }
  | { readonly state: 'added'; readonly text: string; readonly name: string }

export interface NamingControl {
  readonly naming: Naming
  readonly choose: (hit: SearchHit) => void
  readonly cancel: () => void
}

/** Follows what is asked for from outside: a search, or a name whose entity the reader chooses by searching. */
export function useNaming(
  request: PanelRequest | null,
  own: Own,
  type: (query: string) => void,
  language: string,
): NamingControl {
  const [naming, setNaming] = useState<Naming>({ state: 'none' })
  useEffect(() => {
    if (request === null) return
    setNaming(
      request.want === 'name' ? { state: 'choosing', text: request.text, problem: null } : { state: 'none' },
    )
    type(request.text)
  }, [request?.at, type])
  const choose = (hit: SearchHit) => {
    if (naming.state !== 'choosing') return
    const { text } = naming
    const name = textIn(hit.names, language)
    const subject = { entity: hit.ref, name, kind: hit.kind }
    void own.addName(subject, text).then((problem) => {
      if (problem !== null) return setNaming({ state: 'choosing', text, problem })
      setNaming({ state: 'added', text, name })
      type('')
    })
  }
  const cancel = () => {
    setNaming({ state: 'none' })
    type('')
  }
  return { naming, choose, cancel }
}
