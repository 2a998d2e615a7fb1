import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { ask } from '../../src/messaging/client.ts'
import type { CardSummary } from '../../src/model/card.ts'
import type { EntityRef } from '../../src/model/ids.ts'
import { mentionsOf, type SentMention } from '../../src/model/packed-recognition.ts'
import { languageOf, type Translate } from '../../src/ui/i18n/translate.ts'
import type { Access } from '../../src/ui/welcome/access-options.tsx'
import { Welcome } from '../../src/ui/welcome/welcome.tsx'

/** The day that the sample text tells of: its offices are those of then. */
const SAMPLE_DATE = '2020-02-27'

const ALL_SITES = { origins: ['<all_urls>'] }

/** The welcome page with the browser behind it: its sample is recognised like any page. */
export function App({ t }: { readonly t: Translate }) {
  const [access, setAccess] = useState<Access>('unknown')
  const [mentions, setMentions] = useState<readonly SentMention[] | null>(null)
  // At once: a page in the background waits seconds for the frame after which effects run.
  useLayoutEffect(() => {
    void browser.permissions.contains(ALL_SITES).then((all) => setAccess(all ? 'all' : 'chosen'))
  }, [])
  useEffect(() => {
    void recogniseSample(t).then(setMentions)
  }, [t])
  const allowAll = () => {
    void browser.permissions.request(ALL_SITES).then((granted) => granted && setAccess('all'))
  }
  return (
    <Welcome
      t={t}
      access={access}
      mentions={mentions}
      onAllowAll={allowAll}
      onCards={cardsOf}
      onOpenDetails={openDetails}
    />
  )
}

async function recogniseSample(t: Translate): Promise<readonly SentMention[]> {
  const lang = languageOf(t)
  const text = t('welcome.sample_text')
  const reply = await ask('page/recognise', { blocks: [{ text, lang }], lang, date: SAMPLE_DATE })
  return reply.ok ? mentionsOf(reply.value, 0, text) : []
}

async function cardsOf({ entity, candidates }: SentMention): Promise<readonly CardSummary[]> {
  const entities = entity ? [entity] : [...(candidates ?? [])]
  const reply = await ask('entity/card', { entities, date: SAMPLE_DATE })
  if (!reply.ok) throw new Error(reply.error.detail)
  return reply.value
}

function openDetails(entity: EntityRef, asOf: string | undefined): void {
  void ask('entity/open-details', { entity, ...(asOf !== undefined && { date: asOf }) })
}
