import { type BenchBrowser, pause } from './browser.ts'
import { type Figures, marked, settle } from './read.ts'

/** What a page does to itself in each frame; runs in the page. */
const STORMS = {
  /** A clock. */
  tick: () => {
    const clock = document.createElement('p')
    document.body.append(clock)
    const tick = () => {
      clock.textContent = `It is ${performance.now()} now`
      requestAnimationFrame(tick)
    }
    tick()
  },
  /** A feed that never ends, and forgets its beginning. */
  feed: () => {
    const [first] = document.querySelectorAll('p')
    const list = document.body.appendChild(document.createElement('section'))
    const grow = () => {
      for (let count = 0; count < 10; count++) if (first) list.append(first.cloneNode(true))
      while (list.childElementCount > 500) list.firstElementChild?.remove()
      requestAnimationFrame(grow)
    }
    grow()
  },
  /** An animation that sets styles of a hundred elements. */
  animate: () => {
    const moved = [...document.querySelectorAll<HTMLElement>('p')].slice(0, 100)
    const move = (time: number) => {
      for (const each of moved) each.style.transform = `translateX(${Math.sin(time / 500) * 5}px)`
      requestAnimationFrame(move)
    }
    requestAnimationFrame(move)
  },
  /** A script that renders an article anew, over and over. */
  rerender: () => {
    const article = document.querySelector('article')
    const render = () => {
      if (article) article.replaceChildren(...[...article.children].map((each) => each.cloneNode(true)))
      requestAnimationFrame(render)
    }
    render()
  },
} as const

export type Storm = keyof typeof STORMS
export const STORM_NAMES = Object.keys(STORMS) as Storm[]

/** A storm lasts so long (milliseconds). */
const LASTING = 4_000

/** The share of the main thread that a page of 100 KB loses to us while it changes in every frame, and the longest slice then. */
export async function measureStorm(browser: BenchBrowser, storm: Storm): Promise<Figures> {
  const page = await browser.open(1_000, 100_000)
  await settle(page.page)
  const { total: before } = await marked(page)
  await page.page.evaluate(STORMS[storm])
  await pause(LASTING)
  const { total, longest } = await page.call('figures')
  await page.close()
  return { percent: ((total - before) / LASTING) * 100, longest }
}
