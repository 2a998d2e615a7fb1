/**
 * The lines of a byte stream in UTF-8, one at a time. Only LF and CR LF end a line: JSON may hold
 * other line separators inside its texts. A byte order mark at the start is left out.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  let pending: string[] = []
  for await (const chunk of chunks) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      yield withoutReturn([...pending, piece].join(''))
      pending = []
    }
    if (last !== '') pending.push(last)
  }
  const rest = pending.join('') + decoder.decode()
  if (rest !== '') yield withoutReturn(rest)
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
