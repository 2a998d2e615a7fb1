import { type ComponentChild, render } from 'preact'
import cardStyle from '../../src/ui/card/card.css?inline'
import optionsStyle from '../../src/ui/options/options.css?inline'
import panelStyle from '../../src/ui/panel/panel.css?inline'
import popupStyle from '../../src/ui/popup/popup.css?inline'
import welcomeStyle from '../../src/ui/welcome/welcome.css?inline'
import type { Exhibit } from './exhibit.ts'
import { textsOf } from './languages.ts'

/** How an exhibit is shown. */
export interface Dress {
  /** As the system has it where absent. */
  readonly theme?: 'light' | 'dark'
  /** Of languages.ts; English where absent. */
  readonly language?: string
  /** Size of the text in per cent. */
  readonly text?: number
}

const PAGE_STYLES: Record<Exclude<Exhibit['surface'], 'card'>, string> = {
  popup: popupStyle,
  page: popupStyle,
  panel: panelStyle,
  options: optionsStyle,
  welcome: welcomeStyle,
}

const root = document.documentElement
/** Takes down what is shown. */
let leave = (): void => undefined

/** Shows one exhibit as it stands in the extension, a card in a shadow root, pages with their style sheet, in place of the one before; gives back once it has come to rest. */
export async function show(exhibit: Exhibit, { theme, language = 'en', text = 100 }: Dress): Promise<void> {
  leave()
  root.dataset.theme = theme ?? ''
  root.style.fontSize = `${text}%`
  history.replaceState(null, '', exhibit.hash ?? '#')
  const stage = document.body.appendChild(document.createElement('div'))
  const container = exhibit.surface === 'card' ? cardContainer(stage, text) : pageContainer(stage, exhibit)
  leave = () => {
    draw(null, container)
    stage.remove()
    document.adoptedStyleSheets = []
    scrollTo(0, 0)
  }
  draw(exhibit.render(textsOf(language)), container)
  await atRest(container)
  for (const act of exhibit.acts ?? []) {
    act(container)
    await atRest(container)
  }
}

function draw(content: ComponentChild, container: HTMLElement): void {
  render(content, container)
}

function cardContainer(stage: HTMLElement, text: number): HTMLElement {
  stage.className = 'card-stage'
  // A card follows the reader's own default size, which no page can set: zoom comes nearest.
  stage.style.zoom = `${text}%`
  const shadow = stage.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [sheet(cardStyle)]
  return shadow.appendChild(document.createElement('div'))
}

function pageContainer(stage: HTMLElement, { surface }: Exhibit): HTMLElement {
  document.adoptedStyleSheets = [sheet(surface === 'card' ? '' : PAGE_STYLES[surface])]
  return stage
}

const sheets = new Map<string, CSSStyleSheet>()

/** A style sheet of this text: the same one each time. */
export function sheet(text: string): CSSStyleSheet {
  const known = sheets.get(text)
  if (known) return known
  const made = new CSSStyleSheet()
  made.replaceSync(text)
  sheets.set(text, made)
  return made
}

/** Effects run after the next frame, measures are told at its end, and what follows from them is drawn: after so many frames without a change all has come to rest. */
const QUIET_FRAMES = 3

/** What fades in has done so. What never ends goes on. */
function endMotion(container: HTMLElement): void {
  for (const motion of (container.getRootNode() as Document | ShadowRoot).getAnimations())
    if (motion.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) motion.finish()
}

function atRest(container: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    let quiet = 0
    const changes = new MutationObserver(() => {
      quiet = 0
    })
    changes.observe(container, { subtree: true, childList: true, attributes: true, characterData: true })
    const look = () => {
      quiet += 1
      if (quiet < QUIET_FRAMES) return requestAnimationFrame(look)
      changes.disconnect()
      endMotion(container)
      return resolve()
    }
    requestAnimationFrame(look)
  })
}
