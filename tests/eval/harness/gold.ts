/** What a bracket of an evaluation text asks for (tests/eval/README.md). Offsets are UTF-16 units into the text proper. */
export interface GoldMark {
  readonly start: number
  readonly end: number
  readonly surface: string
  /** One id, or several where the mention must be offered as ambiguous. */
  readonly targets: readonly string[]
  readonly holder?: GoldHolder
  readonly hint: boolean
  /** Counts neither for nor against, unless it is linked to something else. */
  readonly optional: boolean
}

/** Who must be given as the holder: one person, nobody, or several as candidates. */
export type GoldHolder =
  | { readonly kind: 'one'; readonly person: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly persons: readonly string[] }

/** An evaluation text. */
export interface GoldText {
  readonly id: string
  readonly lang: string
  /** Absent where the text is undated on purpose. */
  readonly date?: string
  readonly title: string
  readonly kind: string
  readonly text: string
  readonly marks: readonly GoldMark[]
}

/** Reads the notation of tests/eval/README.md; throws an Error that names the file and what is wrong. */
export function parseGold(source: string, file: string): GoldText {
  const refuse = (problem: string): never => {
    throw new Error(`${file}: ${problem}`)
  }
  const border = source.indexOf('\n---\n')
  if (border < 0) return refuse('no line "---" ends the head')
  const head = headOf(source.slice(0, border), refuse)
  const { id, lang, date, title, kind } = head
  if (!id || !lang || !title || !kind) return refuse('id, lang, title and kind are required')
  if (`${id}.txt` !== file) return refuse(`the id "${id}" is not the name of the file`)
  const body = source.slice(border + '\n---\n'.length).replace(/\n$/u, '')
  return { id, lang, title, kind, ...(date && { date }), ...marksOf(body, refuse) }
}

type Refuse = (problem: string) => never

function headOf(head: string, refuse: Refuse): Partial<Record<string, string>> {
  const lines = head.split('\n').filter((line) => !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(': ')
      return colon > 0
        ? [line.slice(0, colon), line.slice(colon + 2)]
        : refuse(`"${line}" is no "key: value"`)
    }),
  )
}

function marksOf(body: string, refuse: Refuse): Pick<GoldText, 'text' | 'marks'> {
  const marks: GoldMark[] = []
  let text = ''
  let from = 0
  for (const match of body.matchAll(/\[\[([^[\]]*)\]\]/gu)) {
    text += body.slice(from, match.index)
    const [surface = '', target = '', ...fields] = (match[1] ?? '').split('|')
    if (surface === '' || target === '') refuse(`"${match[0]}" has no surface or no target`)
    marks.push({
      start: text.length,
      end: text.length + surface.length,
      surface,
      targets: target.replace(/^\?/u, '').split(','),
      ...fieldsOf(fields, refuse),
    })
    text += surface
    from = match.index + match[0].length
  }
  text += body.slice(from)
  return text.includes('[[') || text.includes(']]') ? refuse('a bracket is not closed') : { text, marks }
}

function fieldsOf(fields: readonly string[], refuse: Refuse): Pick<GoldMark, 'holder' | 'hint' | 'optional'> {
  const holders = fields.filter((field) => field.startsWith('holder='))
  const flags = fields.filter((field) => !field.startsWith('holder='))
  const unknown = flags.find((field) => field !== 'hint' && field !== 'optional')
  if (unknown !== undefined || holders.length > 1) refuse(`"${fields.join('|')}" is not understood`)
  const holder = holders[0]?.slice('holder='.length)
  return {
    hint: flags.includes('hint'),
    optional: flags.includes('optional'),
    ...(holder !== undefined && { holder: holderOf(holder) }),
  }
}

function holderOf(text: string): GoldHolder {
  if (text === 'none') return { kind: 'none' }
  if (text.startsWith('?')) return { kind: 'several', persons: text.slice(1).split(',') }
  return { kind: 'one', person: text }
}
