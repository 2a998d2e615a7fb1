/** How long the browser may take to fetch the file from memory, in milliseconds; no page waits for it. */
const KEPT_FOR = 60_000

/** Hands a text to the browser as a file to save: without a permission, by a link that is pressed. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
}

/** A title as the beginning of a file's name: letters and digits of any script, the rest as hyphens. */
export const asFileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
    .toLowerCase() || 'backgrounder'
