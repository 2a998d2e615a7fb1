import { render } from 'preact'
import cardStyle from '../../src/ui/card/card.css?inline'
import popupStyle from '../../src/ui/popup/popup.css?inline'
import { cardExhibits } from './card-exhibits.tsx'
import { HOSTILE_VIEWS, type HostileView, showHostile } from './hostile-gallery.tsx'
import { Index } from './index-page.tsx'
import { textsOf } from './languages.ts'
import { optionsExhibits } from './options-exhibits.tsx'
import { otherExhibits } from './other-exhibits.tsx'
import { panelExhibits } from './panel-exhibits.tsx'
import { popupExhibits } from './popup-exhibits.tsx'
import { faultsInSight } from './sight/faults-in-sight.ts'
import { type Dress, sheet, show } from './stage.ts'

const exhibits = [...cardExhibits, ...popupExhibits, ...panelExhibits, ...optionsExhibits, ...otherExhibits]
const names = exhibits.map(({ name }) => name)
const asked = new URLSearchParams(location.search)

function dressOf(query: URLSearchParams): Dress {
  const theme = query.get('theme')
  return {
    ...((theme === 'light' || theme === 'dark') && { theme }),
    language: query.get('language') ?? 'en',
    text: Number(query.get('text') ?? 100),
  }
}

async function showNamed(name: string, dress: Dress): Promise<void> {
  const wanted = exhibits.find((each) => each.name === name)
  if (!wanted) throw new Error(`no exhibit ${name}`)
  await show(wanted, dress)
}

function openGallery(): void {
  document.adoptedStyleSheets.push(sheet(popupStyle), sheet(cardStyle))
  const stage = document.body.appendChild(document.createElement('div'))
  const showTexts = async (view: HostileView, texts: readonly string[]) => {
    while (stage.childElementCount < texts.length) stage.append(document.createElement('div'))
    const roots = [...stage.children] as HTMLElement[]
    await showHostile(roots.slice(0, texts.length), textsOf('en'), view, texts)
    return roots
  }
  Object.assign(globalThis, { hostile: { views: HOSTILE_VIEWS, show: showTexts } })
}

// Code that the views fetch when they need it is fetched ahead: what an exhibit shows then waits for nothing.
await Promise.all([
  import('../../src/ui/timeline/page-timeline.tsx'),
  import('../../src/ui/entity/entity-page.tsx'),
])

// `hostile-gallery` is shown text after text by tests/browser/hostile.test.ts, `stage` exhibit after exhibit by
// those tests that look at all of them.
const name = asked.get('exhibit')
if (name === 'hostile-gallery') openGallery()
else if (name === 'stage') Object.assign(globalThis, { stage: { names, show: showNamed, faultsInSight } })
else if (name !== null && names.includes(name)) await showNamed(name, dressOf(asked))
else render(<Index names={names} options={asked} />, document.body)
document.documentElement.dataset.ready = 'true'
