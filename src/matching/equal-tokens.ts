import { TokenReader } from '../text/token-reader.ts'

/** Whether two names are the same word for word: they fit the same stretches of text, case aside. */
export function haveEqualTokens(one: string, other: string): boolean {
  const first = new TokenReader(one)
  const second = new TokenReader(other)
  for (;;) {
    const more = first.next()
    if (more !== second.next()) return false
    if (!more) return true
    if (!isEqualToken(first, second)) return false
  }
}

/** Whether two readers have just read the same token, case aside. */
export function isEqualToken(one: TokenReader, other: TokenReader): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (one.units[index] !== other.units[index]) return false
  return true
}

/** Whether two equal tokens have their capitals in the same places. */
export function hasEqualCase(one: TokenReader, other: TokenReader): boolean {
  for (let index = 0; index < one.length; index++) if (one.uppers[index] !== other.uppers[index]) return false
  return true
}
