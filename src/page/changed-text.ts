import type { Changes } from './changes.ts'
import { compareNodes } from './document-order.ts'
import { roleOf } from './eligible.ts'
import { flatParent } from './nodes.ts'
import { type Container, containerOf, type PageMemory } from './page-memory.ts'
import { isConnected } from './plain.ts'

/** What is to be read again after changes: containers in document order, and the nodes that are new to them. */
export interface Task {
  readonly containers: readonly Container[]
  readonly added: ReadonlySet<Node>
}

/** Which containers the changes concern. Changes inside text that is not read concern none. */
export function taskOf(memory: PageMemory, changes: Changes): Task {
  const turned = changes.restyled.size > 0 ? turnedElements(memory, changes.restyled) : []
  const parents = turned.flatMap((element) => flatParent(element) ?? [])
  const nodes = [...changes.touched, ...parents]
  const containers = new Set(nodes.flatMap((node) => containerOf(memory, node) ?? []))
  return { containers: [...containers].sort(compareNodes), added: new Set([...changes.added, ...turned]) }
}

/** Elements that were hidden and are shown now, or the reverse, or that have become a shadow host. */
function turnedElements(memory: PageMemory, restyled: ReadonlySet<Element>): Element[] {
  return [...new Set([...memory.again, ...restyled])].filter((element) => hasTurned(memory, element))
}

function hasTurned(memory: PageMemory, element: Element): boolean {
  if (!isConnected(element)) return false
  const wasRead = isRead(memory, element)
  const root = element.shadowRoot
  if (root !== null && wasRead && !memory.blocks.has(root)) return true
  const isKnown = wasRead || memory.unread.has(element)
  return isKnown && wasRead === (roleOf(element) === 'hidden')
}

/** Whether an element's text was read, as that of a container or as a part of one. */
const isRead = (memory: PageMemory, element: Element): boolean =>
  memory.read.has(element) || memory.blocks.has(element) || containerOf(memory, element) !== null
