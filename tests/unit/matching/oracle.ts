import type { Candidate, IndexedName } from '../../../src/matching/types.ts'
import {
  DIGIT_BIT,
  EXPANDING,
  IDEOGRAPH,
  IGNORED,
  JAMO,
  LINE_BREAK,
  MARK,
  OTHER,
  PARAGRAPH_BREAK,
  SEPARATOR,
  SURROGATE,
  UPPER_BIT,
  WORD,
} from '../../../src/text/characters.ts'
import { type CharacterRule, ruleOf } from '../text/folding-rules.ts'

/**
 * A matcher that is naive and plainly right: it cuts a text into tokens with one regular expression over the
 * classes of its characters, and compares each name with each place. It shares the rules of folding with
 * the engine, which are the specification, and no line of code.
 */
export class Oracle {
  private readonly names: readonly IndexedName[]
  /** The names by their first token; comparing a text with all others would only take longer. */
  private readonly byFirst = new Map<string, { number: number; tokens: readonly OracleToken[] }[]>()

  constructor(names: readonly IndexedName[]) {
    this.names = names
    for (const [number, name] of names.entries()) {
      const tokens = tokensOf(name.text)
      const first = tokens[0]?.key
      if (first === undefined || tokens.every((token) => token.kind === 'mark')) continue
      const others = this.byFirst.get(first)
      if (others) others.push({ number, tokens })
      else this.byFirst.set(first, [{ number, tokens }])
    }
  }

  /** Leftmost-longest candidates without overlaps. */
  scan(text: string): Candidate[] {
    return this.longest(this.scanAll(text))
  }

  /** Of all candidates those that are leftmost and longest. */
  longest(all: readonly Candidate[]): Candidate[] {
    const found: Candidate[] = []
    let end = 0
    for (const candidate of all) {
      if (candidate.start < end) continue
      found.push(candidate)
      end = candidate.end
    }
    return found
  }

  /** All candidates by start, the longest first. */
  scanAll(text: string): Candidate[] {
    const tokens = tokensOf(text)
    return tokens.flatMap((_, first) => this.at(text, tokens, first))
  }

  private at(text: string, tokens: readonly OracleToken[], first: number): Candidate[] {
    const byEnd = new Map<number, number[]>()
    const { key, start } = tokens[first] as OracleToken
    for (const { number, tokens: own } of this.byFirst.get(key) ?? []) {
      if (own.some((token, index) => token.key !== tokens[first + index]?.key)) continue
      const stretch = tokens.slice(first, first + own.length)
      if (!fits(this.names[number] as IndexedName, own, stretch)) continue
      const end = (stretch.at(-1) as OracleToken).end
      if (!/n['’]t(?![\p{L}\p{N}])/iuy.test(text.slice(end - 1)))
        byEnd.set(end, [...(byEnd.get(end) ?? []), number])
    }
    return [...byEnd].map(([end, names]) => ({ start, end, names })).sort((one, other) => other.end - one.end)
  }
}

function fits(name: IndexedName, own: readonly OracleToken[], stretch: readonly OracleToken[]): boolean {
  if (stretch.some((token, index) => index > 0 && token.breakBefore)) return false
  if (name.caseRule === 'exact')
    return own.every((token, index) => token.capitals === stretch[index]?.capitals)
  const words = own.filter((token) => token.kind !== 'mark')
  const [word] = words
  if (words.length !== 1 || word?.kind !== 'word' || !word.capital) return true
  return stretch[own.indexOf(word)]?.capital === true
}

interface OracleToken {
  readonly start: number
  readonly end: number
  readonly key: string
  readonly kind: 'word' | 'ideograph' | 'mark'
  readonly capital: boolean
  /** U and l for the capital and small letters, others left out. */
  readonly capitals: string
  readonly breakBefore: boolean
}

interface Character {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly rule: CharacterRule
  /** A letter for its class, for the expression below. */
  readonly letter: string
}

/** In turn: dotted initials, one initial with its stop, a word, an ideograph or a mark of punctuation. */
const TOKEN =
  /(?<joined>WM*(?:DWM*(?![WNEGM]))+D?)|(?<initial>WM*)D|(?<word>[WNE](?:[WNEGM]*[WNEM])?)|(?<single>[IOD]M*)/g

function tokensOf(text: string): OracleToken[] {
  const characters = charactersOf(text)
  const letters = characters.map((each) => each.letter).join('')
  const tokens: OracleToken[] = []
  let before = 0
  for (const match of letters.matchAll(TOKEN)) {
    const gap = letters.slice(before, match.index)
    const { joined, initial, word, single } = match.groups ?? {}
    const length = (joined ?? initial ?? word ?? single ?? '').length
    const own = characters.slice(match.index, match.index + length)
    const kind = single === undefined ? 'word' : single.startsWith('I') ? 'ideograph' : 'mark'
    tokens.push(
      tokenOf(own, kind, (gap.match(/L/g) ?? []).length > 1 || gap.includes('P'), joined !== undefined),
    )
    before = match.index + match[0].length
  }
  return tokens
}

function tokenOf(
  characters: readonly Character[],
  kind: OracleToken['kind'],
  breakBefore: boolean,
  joined: boolean,
): OracleToken {
  const letters = characters.filter(
    (each) => each.letter !== 'G' && each.letter !== 'M' && !(joined && each.letter === 'D'),
  )
  const seen = characters.filter((each) => each.letter !== 'G' && !(joined && each.letter === 'D'))
  // Folded first, so that half-width kana meet their marks; then composed, and folded again without the marks.
  const composed = seen
    .map((each) => (each.letter === 'M' ? markOf(each.text) : each.rule.fold))
    .join('')
    .normalize('NFC')
  const key = [...composed]
    .map((each) => cachedRule(each))
    .map((rule) => (rule.characterClass === MARK ? '' : rule.fold))
    .join('')
  return {
    start: characters[0]?.start ?? 0,
    end: characters.at(-1)?.end ?? 0,
    key,
    kind,
    capital: isCapital(letters[0]),
    capitals: letters.map(capitalsOf).join(''),
    breakBefore,
  }
}

const markOf = (text: string): string => (text === '\uff9e' ? '\u3099' : text === '\uff9f' ? '\u309a' : text)

const isCapital = (character: Character | undefined): boolean =>
  character !== undefined && (character.rule.flags & UPPER_BIT) !== 0

function capitalsOf(character: Character): string {
  const { fold } = character.rule
  if (isCapital(character)) return 'U'.repeat(fold.length)
  return fold === fold.toUpperCase() ? '' : 'l'.repeat(fold.length)
}

function charactersOf(text: string): Character[] {
  let start = 0
  return [...text].map((each) => {
    const rule = cachedRule(each)
    const character = {
      text: each,
      start,
      end: start + each.length,
      rule,
      letter: letterOf(each, rule, text.charAt(start - 1)),
    }
    start = character.end
    return character
  })
}

function letterOf(character: string, rule: CharacterRule, before: string): string {
  // The second half of CR LF is nothing of its own.
  if (character === '\n' && before === '\r') return 'S'
  if (rule.characterClass === WORD) return isInitial(character, rule) ? 'W' : 'N'
  if (rule.characterClass === OTHER && rule.fold === '.') return 'D'
  return LETTERS.get(rule.characterClass) ?? 'O'
}

const isInitial = (character: string, rule: CharacterRule): boolean =>
  (rule.flags & DIGIT_BIT) === 0 && rule.fold.length === 1 && !/\p{Script=Hangul}/u.test(character)

const LETTERS = new Map([
  [OTHER, 'O'],
  [SURROGATE, 'O'],
  [IDEOGRAPH, 'I'],
  [SEPARATOR, 'S'],
  [LINE_BREAK, 'L'],
  [PARAGRAPH_BREAK, 'P'],
  [IGNORED, 'G'],
  [MARK, 'M'],
  [EXPANDING, 'E'],
  [JAMO, 'E'],
])

const rules = new Map<string, CharacterRule>()

function cachedRule(character: string): CharacterRule {
  const rule = rules.get(character) ?? ruleOf(character)
  rules.set(character, rule)
  return rule
}
