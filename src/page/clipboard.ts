/**
 * Puts a text on the clipboard; false where it could not be done. Where a page is not secure, or its policy
 * forbids the clipboard, the older way is tried: a field within `container`, selected and copied. The page
 * sees that a copy happens there, and cannot read it.
 */
export async function copyText(text: string, container: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyFromField(text, container)
  }
}

function copyFromField(text: string, container: HTMLElement): boolean {
  const root = container.getRootNode()
  const focused = 'activeElement' in root ? root.activeElement : null
  const field = container.ownerDocument.createElement('textarea')
  field.value = text
  field.style.cssText = 'position:fixed;opacity:0;inset:0;inline-size:1px;block-size:1px'
  field.setAttribute('aria-hidden', 'true')
  container.append(field)
  field.select()
  try {
    return container.ownerDocument.execCommand('copy')
  } finally {
    field.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
