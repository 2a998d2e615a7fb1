import { boxFaults, CONTROLS } from './box-faults.ts'
import { elementsIn, isSeen, linesIn } from './seen.ts'
import { surfaceFaults } from './surface-faults.ts'
import { emptyFaults, textFaults, underFaults } from './text-faults.ts'

/**
 * What anybody would see to be broken on the page: texts cut off, covered, one over another or hardly to be seen, boxes that
 * leave their place, rows that do not line up, controls over controls, a surface in the wrong colours. It holds with any
 * font, so that it finds the same on every machine (docs/adr/0017).
 */
export function faultsInSight(theme: 'light' | 'dark' | undefined): string[] {
  const elements = elementsIn(document.body)
  const lines = linesIn(elements)
  const faults = [
    ...emptyFaults(lines),
    ...surfaceFaults(elements, theme),
    ...textFaults(lines),
    ...underFaults(
      lines,
      elements.filter((element) => element.matches(CONTROLS) && isSeen(element)),
    ),
    ...boxFaults(elements),
  ]
  return [...new Set(faults)]
}
