const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * The same text in memory of its own. A part of a text keeps the whole of it in memory: a date or an id that is kept for
 * long would keep the block of a hundred records that it was cut out of.
 */
export const ownText = <T extends string>(text: T): T => decoder.decode(encoder.encode(text)) as T
