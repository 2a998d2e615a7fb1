import {
  type Box,
  isSeen,
  isTransparent,
  nameOf,
  parentOf,
  shared,
  visibleOf,
  withAncestors,
} from './seen.ts'

/** Rounding of halves. */
const TOLERANCE = 1.5

export const CONTROLS = 'button, a[href], input, select, textarea, summary, [role="option"]'

const WITH_TEXT =
  'button, select, textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [type="range"])'

/** What is wrong with the boxes that are seen. */
export function boxFaults(elements: readonly Element[]): string[] {
  const seen = elements.filter((element) => element instanceof HTMLElement && isSeen(element))
  return [
    ...seen.flatMap((element) => [...leavingFaults(element), ...sidewaysFaults(element)]),
    ...controlFaults(
      seen.filter((element) => element.matches(CONTROLS)),
      seen.filter((element) => !element.matches(CONTROLS)),
    ),
    ...rowFaults(seen.filter((element) => element.matches('ul, ol, dl'))),
    ...iconFaults(elements.filter((element) => element.matches('svg.icon') && isSeen(element))),
  ]
}

/** What stands in the flow stays inside the frame around it: the nearest box that can be seen. */
function leavingFaults(element: Element): string[] {
  const frame = withAncestors(element).find((each) => each !== element && isFrame(each))
  if (
    !frame ||
    !withAncestors(element).every((each) => each === frame || isInFlow(each) || each.contains(frame))
  )
    return []
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()]
  if (inner.width === 0 || outer.width === 0) return []
  const leaves = inner.left < outer.left - TOLERANCE || inner.right > outer.right + TOLERANCE
  return leaves ? [`${nameOf(element)} leaves ${nameOf(frame)}`] : []
}

function isFrame(element: Element): boolean {
  const { backgroundColor, borderLeftWidth, borderRightWidth } = getComputedStyle(element)
  if (element.matches('.backgrounder')) return true
  return !isTransparent(backgroundColor) || (borderLeftWidth !== '0px' && borderRightWidth !== '0px')
}

const isInFlow = (element: Element): boolean => {
  const { position, display, float } = getComputedStyle(element)
  return (
    /^(static|relative|sticky)$/.test(position) && !/^(inline|contents)$/.test(display) && float === 'none'
  )
}

/** Nobody should have to scroll sideways to read. */
function sidewaysFaults(element: Element): string[] {
  const { overflowX, display } = getComputedStyle(element)
  if (display === 'inline' || overflowX === 'visible' || element.matches('input, textarea')) return []
  const over = element.scrollWidth - element.clientWidth
  // An ellipsis stands for what is hidden; cutFaults asks for its tooltip.
  if (over <= 1 || getComputedStyle(element).textOverflow === 'ellipsis') return []
  return [`${nameOf(element)} is ${over} pixels too wide inside`]
}

function controlFaults(controls: readonly Element[], texts: readonly Element[]): string[] {
  const boxes = controls.flatMap((control) => {
    const visible = visibleOf(inside(control), control)
    return visible ? [{ control, visible: inset(visible) }] : []
  })
  const family = (element: Element) => getComputedStyle(element).fontFamily
  const families = new Set(texts.map(family))
  const unstyled = controls.filter((each) => each.matches(WITH_TEXT) && !families.has(family(each)))
  return [
    ...unstyled.map((each) => `${nameOf(each)} has a font of its own`),
    ...boxes.flatMap(({ control, visible }, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => !control.contains(other.control) && !other.control.contains(control))
        .filter((other) => shared(visible, other.visible))
        .map((other) => `${nameOf(control)} lies over ${nameOf(other.control)}`),
    ),
  ]
}

/** Where a control is itself: a field leaves its padding to the buttons that lie on it. */
function inside(control: Element): Box {
  const { left, top, right, bottom } = control.getBoundingClientRect()
  const { paddingLeft, paddingRight } = getComputedStyle(control)
  if (!control.matches('input')) return { left, top, right, bottom }
  return {
    left: left + Number.parseFloat(paddingLeft),
    top,
    right: right - Number.parseFloat(paddingRight),
    bottom,
  }
}

const inset = ({ left, top, right, bottom }: Box): Box => ({
  left: left + TOLERANCE,
  top: top + TOLERANCE,
  right: right - TOLERANCE,
  bottom: bottom - TOLERANCE,
})

/** The rows of a list that stand under each other begin and end alike. */
function rowFaults(lists: readonly Element[]): string[] {
  return lists.flatMap((list) => {
    if (!/^(block|grid|flow-root)$/.test(getComputedStyle(list).display)) return []
    const rows = [...list.children].filter((row) => isSeen(row) && isInFlow(row))
    const boxes = rows.map((row) => row.getBoundingClientRect())
    const [first] = boxes
    const isColumn = boxes.every(
      (box, index) => index === 0 || box.top >= (boxes[index - 1] as DOMRect).bottom - TOLERANCE,
    )
    const isEven = boxes.every(
      ({ left, right }) =>
        Math.abs(left - (first?.left ?? 0)) <= TOLERANCE &&
        Math.abs(right - (first?.right ?? 0)) <= TOLERANCE,
    )
    return isColumn && !isEven ? [`the rows of ${nameOf(list)} do not line up`] : []
  })
}

function iconFaults(icons: readonly Element[]): string[] {
  return icons.flatMap((icon) => {
    const { width, height } = icon.getBoundingClientRect()
    const { stroke } = getComputedStyle(icon)
    const isDrawn = width >= 8 && height >= 8 && stroke !== 'none' && !isTransparent(stroke)
    return isDrawn ? [] : [`an icon in ${nameOf(parentOf(icon) ?? icon)} is ${width} by ${height}`]
  })
}
