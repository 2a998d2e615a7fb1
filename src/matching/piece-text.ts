/** The text of bytes written by `ByteWriter.unit`. */
export function textOfBytes(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; ) {
    const lead = bytes[at] as number
    text += String.fromCharCode(unitAt(bytes, at, lead))
    at += lengthOfUnit(lead)
  }
  return text
}

/** How many bytes the unit with a lead byte takes. */
const lengthOfUnit = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : 3)

/** The unit that begins at a place, given its lead byte. */
export function unitAt(bytes: Uint8Array, at: number, lead: number): number {
  if (lead < 0x80) return lead
  const second = (bytes[at + 1] as number) & 0x3f
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second
  return ((lead & 0xf) << 12) | (second << 6) | ((bytes[at + 2] as number) & 0x3f)
}
