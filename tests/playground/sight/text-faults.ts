import { type Box, isTransparent, nameOf, type SeenLine, shared, visibleOf, withAncestors } from './seen.ts'

/** Rounding, and accents that stand out of their line. */
const TOLERANCE = 1.5

/** Smaller letters are not read with ease, in CSS pixels: a sixth below the text of the interface. */
const SMALLEST_TEXT = 10.5

const quoted = ({ node }: SeenLine): string => `"${node.data.trim().slice(0, 30)}"`

/** What is wrong with the texts that are seen: cut off, covered, one over another, too small or too faint. */
export function textFaults(lines: readonly SeenLine[]): string[] {
  return [
    ...lines.flatMap((line) => [
      ...cutFaults(line),
      ...coverFaults(line),
      ...faintFaults(line),
      ...turnedFaults(line),
    ]),
    ...overlapFaults(lines),
  ]
}

/**
 * What scrolls may leave a text out of sight, for it can be brought back; what hides may not, but where its element says
 * so by an ellipsis and its tooltip has the whole of it.
 */
function cutFaults(line: SeenLine): string[] {
  const { box, element } = line
  if (withAncestors(element).some((each) => isShortened(each) && each.closest('[title]'))) return []
  let left: Box | undefined = box
  for (const each of withAncestors(element)) {
    if (!left) return []
    if (isCutBy(left, each)) return [`${quoted(line)} is cut off by ${nameOf(each)}`]
    if (scrolls(each)) left = shared(left, each.getBoundingClientRect())
  }
  return []
}

const isShortened = (element: Element): boolean => {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element)
  return textOverflow === 'ellipsis' || webkitLineClamp !== 'none'
}

const scrolls = (element: Element): boolean =>
  element !== document.documentElement && /auto|scroll/.test(getComputedStyle(element).overflow)

function isCutBy(box: Box, element: Element): boolean {
  if (element === document.documentElement) return box.right > innerWidth + TOLERANCE || box.left < -TOLERANCE
  const { overflowX, overflowY, display } = getComputedStyle(element)
  if (display === 'inline' || element instanceof SVGElement) return false
  const frame = element.getBoundingClientRect()
  const beside = box.left < frame.left - TOLERANCE || box.right > frame.right + TOLERANCE
  // The box of a line is as high as its font wants, which may be more than its letters are.
  const slack = (box.bottom - box.top) * 0.2
  const above = box.top < frame.top - slack || box.bottom > frame.bottom + slack
  return (hides(overflowX) && beside) || (hides(overflowY) && above)
}

const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'

/** At its middle a text must be what the pointer meets. */
function coverFaults(line: SeenLine): string[] {
  const { visible, element } = line
  if (!visible) return []
  const [x, y] = [(visible.left + visible.right) / 2, (visible.top + visible.bottom) / 2]
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return []
  const root = element.getRootNode() as Document | ShadowRoot
  const met = root.elementFromPoint(x, y)
  if (!met || met.contains(element) || element.contains(met)) return []
  // The label of a field lies beside it in the tree; a mark of a drawing over its own label.
  if (met.closest('label, svg') && met.closest('label, svg') === element.closest('label, svg')) return []
  return [`${quoted(line)} is covered by ${nameOf(met)}`]
}

function faintFaults(line: SeenLine): string[] {
  const style = getComputedStyle(line.element)
  const faults: string[] = []
  if (Number.parseFloat(style.fontSize) < SMALLEST_TEXT)
    faults.push(`${quoted(line)} is set in ${style.fontSize}`)
  const opacity = withAncestors(line.element).reduce(
    (left, each) => left * Number(getComputedStyle(each).opacity),
    1,
  )
  if (opacity < 0.5 || isTransparent(style.color)) faults.push(`${quoted(line)} is hardly to be seen`)
  return faults
}

/** In a text that runs from right to left, the slash at the end of an address is drawn before its beginning. */
function turnedFaults(line: SeenLine): string[] {
  if (!/^https?:\/\/\S+$/.test(line.node.data.trim())) return []
  return getComputedStyle(line.element).direction === 'rtl' ? [`${quoted(line)} is drawn backwards`] : []
}

/** The middle of a line, where its letters are: the boxes of neighbouring lines may touch. */
const letters = ({ left, top, right, bottom }: Box): Box => ({
  left: left + 1,
  right: right - 1,
  top: top + (bottom - top) * 0.25,
  bottom: bottom - (bottom - top) * 0.25,
})

function overlapFaults(lines: readonly SeenLine[]): string[] {
  const seen = lines.flatMap((line) => (line.visible ? [{ line, box: letters(line.visible) }] : []))
  return seen.flatMap(({ line, box }, index) =>
    seen
      .slice(index + 1)
      .filter((other) => other.line.node !== line.node && shared(box, other.box))
      .map((other) => `${quoted(line)} lies over ${quoted(other.line)}`),
  )
}

/** No letter runs under a control that it is not part of. */
export function underFaults(lines: readonly SeenLine[], controls: readonly Element[]): string[] {
  const boxes = controls.map((control) => ({
    control,
    box: visibleOf(control.getBoundingClientRect(), control),
  }))
  return lines.flatMap((line) => {
    const text = line.visible && letters(line.visible)
    const over = boxes.find(
      ({ control, box }) =>
        text &&
        box &&
        shared(text, box) &&
        !control.contains(line.element) &&
        !line.element.contains(control),
    )
    return over ? [`${quoted(line)} runs under ${nameOf(over.control)}`] : []
  })
}

/** Nothing at all is to be read. */
export const emptyFaults = (lines: readonly SeenLine[]): string[] =>
  lines.some(({ visible }) => visible) ? [] : ['nothing is to be read']
