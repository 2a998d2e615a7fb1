/** A text in a legacy encoding, or in UTF-16, as browsers read them. What the encoding lacks becomes a question mark. */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-16le') return Buffer.from(text, 'utf16le')
  const known = bytesIn(charset)
  return Uint8Array.from([...text].flatMap((character) => known.get(character) ?? [0x3f]))
}

/** The bytes of each character, found by reading all bytes and pairs of bytes that there are. */
function bytesIn(charset: string): ReadonlyMap<string, readonly number[]> {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  const known = new Map<string, readonly number[]>()
  const take = (sequence: readonly number[]): void => {
    const text = new TextDecoder(charset).decode(Uint8Array.from(sequence))
    if ([...text].length === 1 && text !== '\ufffd' && !known.has(text)) known.set(text, sequence)
  }
  for (const byte of bytes) take([byte])
  for (const lead of bytes.slice(0x80)) for (const trail of bytes.slice(0x40)) take([lead, trail])
  return known
}
