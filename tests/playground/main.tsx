import { type ComponentChild, render } from 'preact'
import cardStyle from '../../src/ui/card/card.css?inline'
import optionsStyle from '../../src/ui/options/options.css?inline'
import panelStyle from '../../src/ui/panel/panel.css?inline'
import popupStyle from '../../src/ui/popup/popup.css?inline'
import welcomeStyle from '../../src/ui/welcome/welcome.css?inline'
import { cardExhibits } from './card-exhibits.tsx'
import type { Exhibit } from './exhibit.ts'
import { HOSTILE_VIEWS, type HostileView, showHostile } from './hostile-gallery.tsx'
import { Index } from './index-page.tsx'
import { textsOf } from './languages.ts'
import { optionsExhibits } from './options-exhibits.tsx'
import { otherExhibits } from './other-exhibits.tsx'
import { panelExhibits } from './panel-exhibits.tsx'
import { popupExhibits } from './popup-exhibits.tsx'

const exhibits = [...cardExhibits, ...popupExhibits, ...panelExhibits, ...optionsExhibits, ...otherExhibits]

const PAGE_STYLES: Record<Exclude<Exhibit['surface'], 'card'>, string> = {
  popup: popupStyle,
  page: popupStyle,
  panel: panelStyle,
  options: optionsStyle,
  welcome: welcomeStyle,
}
const options = new URLSearchParams(location.search)
const root = document.documentElement
root.dataset.theme = options.get('theme') ?? ''
root.style.fontSize = `${options.get('text') ?? 100}%`

// Shown text after text by tests/browser/hostile.test.ts.
if (options.get('exhibit') === 'hostile-gallery') openGallery()
else {
  const wanted = exhibits.find(({ name }) => name === options.get('exhibit'))
  if (wanted) await show(wanted)
  else render(<Index names={exhibits.map(({ name }) => name)} options={options} />, document.body)
}
root.dataset.ready = 'true'

function openGallery(): void {
  document.adoptedStyleSheets.push(sheet(popupStyle), sheet(cardStyle))
  const stage = document.body.appendChild(document.createElement('div'))
  const show = async (view: HostileView, texts: readonly string[]) => {
    while (stage.childElementCount < texts.length) stage.append(document.createElement('div'))
    const roots = [...stage.children] as HTMLElement[]
    await showHostile(roots.slice(0, texts.length), textsOf('en'), view, texts)
    return roots
  }
  Object.assign(globalThis, { hostile: { views: HOSTILE_VIEWS, show } })
}

/** Shows one exhibit as it stands in the extension: a card in a shadow root, pages with their style sheet. */
async function show(exhibit: Exhibit): Promise<void> {
  if (exhibit.hash !== undefined) location.hash = exhibit.hash
  const stage = document.body.appendChild(document.createElement('div'))
  const container = exhibit.surface === 'card' ? cardContainer(stage) : pageContainer(stage, exhibit)
  draw(exhibit.render(textsOf(options.get('language') ?? 'en')), container)
  await settled()
  await exhibit.act?.(container)
  await settled()
}

function draw(content: ComponentChild, container: HTMLElement): void {
  render(content, container)
}

function cardContainer(stage: HTMLElement): HTMLElement {
  stage.className = 'card-stage'
  // A card follows the reader's own default size, which no page can set: zoom comes nearest.
  stage.style.zoom = `${options.get('text') ?? 100}%`
  const shadow = stage.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [sheet(cardStyle)]
  return shadow.appendChild(document.createElement('div'))
}

function pageContainer(stage: HTMLElement, { surface }: Exhibit): HTMLElement {
  document.adoptedStyleSheets.push(sheet(surface === 'card' ? '' : PAGE_STYLES[surface]))
  return stage
}

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(text)
  return made
}

/** Lets effects and the answers of the fixtures' promises come to rest: two frames and a moment. */
function settled(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60))),
  )
}
