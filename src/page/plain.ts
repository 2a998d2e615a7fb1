/*
 * A page can name form fields and pictures like properties of forms and of the document; Chromium lets
 * these names hide the real properties, from content scripts too (`<input name="parentNode">`,
 * `<img name="title">`: DOM clobbering). What is read here is read by the prototypes' own getters.
 */

/** Getters and methods by name, as the browser made them. */
interface Accessor {
  readonly get?: { call(node: Node): unknown }
  readonly value?: unknown
}

const found = new Map<PropertyKey, Accessor>()

/** A property of the document (or a method, bound to it), whatever the page has named like it. */
export function plain<K extends keyof Document>(document: Document, name: K): Document[K] {
  const { get, value } = accessorOf(name)
  if (get) return get.call(document) as Document[K]
  return (typeof value === 'function' ? value.bind(document) : value) as Document[K]
}

function accessorOf(name: PropertyKey): Accessor {
  let accessor = found.get(name)
  for (let at: object | null = Document.prototype; at && !accessor; at = Object.getPrototypeOf(at))
    accessor = Object.getOwnPropertyDescriptor(at, name) as Accessor | undefined
  found.set(name, accessor ?? {})
  return accessor ?? {}
}

const getterOf = <T>(name: keyof Node): ((node: Node) => T) => {
  let accessor: Accessor | undefined
  return (node) => {
    accessor ??= accessorOf(name)
    return accessor.get?.call(node) as T
  }
}

/* The tree: what is climbed in loops must lead to an end. */
export const nodeTypeOf = getterOf<number>('nodeType')
export const parentOf = getterOf<ParentNode | null>('parentNode')
export const nextOf = getterOf<ChildNode | null>('nextSibling')
export const firstOf = getterOf<ChildNode | null>('firstChild')
export const isConnected = getterOf<boolean>('isConnected')

/** What is asked of elements anywhere in this layer. */
const ASKED =
  'attributes children className childElementCount compareDocumentPosition contains getAttribute getBoundingClientRect getRootNode hasAttribute hasAttributes localName matches namespaceURI offsetParent ownerDocument parentElement previousElementSibling querySelector querySelectorAll scrollIntoView shadowRoot textContent'.split(
    ' ',
  )

/** Whether a form has fields named like what would be asked of it: such a form is better left alone. */
export const isClobbered = (element: Element): boolean =>
  (Object.hasOwn(element, 'localName') || element.localName === 'form') &&
  ASKED.some((name) => Object.hasOwn(element, name))
