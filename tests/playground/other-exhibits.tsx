import { timelineOf } from '../../src/facts/timeline.ts'
import type { Mention } from '../../src/model/mention.ts'
import { TextContext } from '../../src/ui/i18n/text-context.ts'
import { directionOf, type Translate } from '../../src/ui/i18n/translate.ts'
import { PageTimeline } from '../../src/ui/timeline/page-timeline.tsx'
import { Timeline } from '../../src/ui/timeline/timeline.tsx'
import { Welcome, type WelcomeProps } from '../../src/ui/welcome/welcome.tsx'
import { ARTICLE_DATE, summaryOf, TODAY } from './cards.fixture.ts'
import { type Exhibit, press } from './exhibit.ts'
import { packagedLookup, recordOf, ref } from './lookup.fixture.ts'
import { sampleMarks } from './page.fixture.ts'

function timeline(name: string, id: string, width: number, asOf?: string): Exhibit {
  const render = (t: Translate) => {
    const record = recordOf(id)
    const items = timelineOf({
      ref: ref(id),
      record,
      labelOf: (each) => recordOf(each.entity).names[0]?.text,
    })
    return (
      <TextContext.Provider value={t}>
        <div
          class="backgrounder popup measured"
          dir={directionOf(t)}
          data-kind={record.kind}
          style={{ inlineSize: `${width}px` }}
        >
          <Timeline items={items} today={TODAY} {...(asOf !== undefined && { asOf })} />
        </div>
      </TextContext.Provider>
    )
  }
  return { name: `timeline-${name}`, surface: 'page', render }
}

function pageTimeline(name: string, width: number): Exhibit {
  const render = (t: Translate) => (
    <TextContext.Provider value={t}>
      <div class="backgrounder popup measured" dir={directionOf(t)} style={{ inlineSize: `${width}px` }}>
        <PageTimeline
          lookup={packagedLookup}
          entities={sampleMarks.entities}
          date={sampleMarks.date}
          today={TODAY}
        />
      </div>
    </TextContext.Provider>
  )
  return { name: `timeline-page-${name}`, surface: 'page', render }
}

const SAMPLE_IDS = [
  'sco-secretary-general',
  'vladimir-norov',
  'houlin-zhao',
  'itu',
  'sco',
  'code-of-conduct-2011',
  'un',
]

/** Marks names in the sample text by searching for them, in any of their languages: the playground has no recogniser. */
function mentionsIn(text: string): Mention[] {
  const found = SAMPLE_IDS.flatMap((id) => mentionOf(id, text)).sort((a, b) => a.start - b.start)
  return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0))
}

/** The longest name of an entity that the text has. */
function mentionOf(id: string, text: string): Mention[] {
  const { names, aliases, kind } = recordOf(id)
  const texts = [...names, ...aliases].map((each) => each.text).sort((a, b) => b.length - a.length)
  const name = texts.find((each) => text.includes(each))
  if (name === undefined) return []
  const start = text.indexOf(name)
  const end = start + name.length
  return [{ start, end, surface: name, entity: ref(id), name, type: kind, via: 'name', score: 1 }]
}

function welcome(name: string, props: Partial<WelcomeProps> = {}, rest: Partial<Exhibit> = {}): Exhibit {
  const render = (t: Translate) => (
    <Welcome
      t={t}
      access="chosen"
      mentions={mentionsIn(t('welcome.sample_text'))}
      onCards={async ({ entity }) => (entity ? [summaryOf(entity.entity, ARTICLE_DATE)] : [])}
      onOpenDetails={() => undefined}
      onAllowAll={() => undefined}
      {...props}
    />
  )
  return { name: `welcome-${name}`, surface: 'welcome', render, ...rest }
}

/** The timeline by itself, and the welcome page. */
export const otherExhibits: readonly Exhibit[] = [
  timeline('organisation-narrow', 'sco', 368, ARTICLE_DATE),
  timeline('organisation-wide', 'sco', 900, ARTICLE_DATE),
  timeline('position-narrow', 'un-secretary-general', 368, ARTICLE_DATE),
  timeline('position-wide', 'un-secretary-general', 900),
  timeline('person', 'houlin-zhao', 368, ARTICLE_DATE),
  timeline('uncertain', 'uncertain-office', 368, '2020-03'),
  pageTimeline('narrow', 368),
  pageTimeline('wide', 900),
  timeline('empty', 'arabic-name', 368),
  welcome('first'),
  welcome('allowed', { access: 'all' }),
  welcome('card', {}, { acts: [(root) => press(root, '.sample-mark')] }),
]
