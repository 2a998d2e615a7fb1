import type { GenericSchema } from 'valibot'
import { type JsonCursor, type Written, written } from './json-cursor.ts'

/**
 * Moves a cursor over a value that a schema accepts. False where it refuses the value, and also where the value is
 * written in an unusual way: then only the full gate can tell.
 */
export type Scan = (cursor: JsonCursor) => boolean

/** Told each string at a path of field names (`statements.source`; lists add nothing to a path). */
export type Captures = Readonly<Record<string, (value: string) => void>>

/** Asked at the end of each object at a path: what its fields must be to one another. */
export type Ends = Readonly<Record<string, () => boolean>>

/** The parts of a valibot schema that a scan is made of. */
interface SchemaNode {
  readonly type: string
  readonly pipe?: readonly [SchemaNode, ...Action[]]
  readonly entries?: Readonly<Record<string, SchemaNode>>
  readonly item?: SchemaNode
  readonly wrapped?: SchemaNode
  readonly options?: readonly string[]
}

interface Action {
  readonly type: string
  readonly requirement?: unknown
  readonly metadata?: { readonly exactlyOne?: readonly string[] }
}

const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const COMMA = 0x2c
const TRUE = written('true')
const FALSE = written('false')

/**
 * Makes a scan of a schema, with the schema's own rules: there is no second list of them. A kind of schema or of
 * rule that it does not know is an error at once, so that nothing is left out in silence.
 */
export function compileScan(schema: GenericSchema, captures: Captures, ends: Ends): Scan {
  return scanOf(schema as unknown as SchemaNode, '', { captures, ends })
}

interface Hooks {
  readonly captures: Captures
  readonly ends: Ends
}

function scanOf(node: SchemaNode, path: string, hooks: Hooks, outer: readonly Action[] = []): Scan {
  const [base, ...own] = node.pipe ?? [node]
  const actions = [...own, ...outer]
  if (base.pipe) return scanOf(base, path, hooks, actions)
  switch (base.type) {
    case 'string':
      return scanString(actions, hooks.captures[path])
    case 'picklist':
      return scanChoice(base.options ?? [], path, hooks.captures)
    case 'boolean':
      return (cursor) => cursor.takes(TRUE) || cursor.takes(FALSE)
    case 'array':
      return scanList(base, actions, path, hooks)
    case 'loose_object':
      return scanObject(base.entries ?? {}, actions, path, hooks)
    default:
      throw new TypeError(`no scan for ${base.type} at "${path}"`)
  }
}

function scanString(actions: readonly Action[], capture: Captures[string] | undefined): Scan {
  if (!capture && actions.every(isLength)) return scanLength(actions)
  const rules = actions.map(ruleOf)
  return (cursor) => {
    const value = cursor.string()
    if (value === undefined) return false
    for (const holds of rules) if (!holds(value)) return false
    capture?.(value)
    return true
  }
}

/** Texts of which only the length matters, as descriptions and titles: none is taken out of the line. */
function scanLength(actions: readonly Action[]): Scan {
  const { least, most } = lengthsOf(actions)
  return (cursor) => {
    const length = cursor.stringLength()
    return length >= least && length <= most
  }
}

function ruleOf({ type, requirement }: Action): (value: string) => boolean {
  if (type === 'min_length') return (value) => value.length >= (requirement as number)
  if (type === 'max_length') return (value) => value.length <= (requirement as number)
  if (type === 'regex' || type === 'iso_date') return patternRule(requirement as RegExp)
  if (type === 'check') return requirement as (value: string) => boolean
  throw new TypeError(`no scan for the rule ${type}`)
}

/** Languages and sources come again and again: what was asked last is not asked again. */
function patternRule(pattern: RegExp): (value: string) => boolean {
  let known: string | undefined
  return (value) => {
    if (value === known) return true
    if (!pattern.test(value)) return false
    // Short texts are copied, so that none keeps its line.
    if (value.length < MOST_COPIED) known = value
    return true
  }
}

/** Below so many units a part of a text is a text of its own in every browser. */
const MOST_COPIED = 13

/** The option that was met last is tried first; one that is written with escapes is left to the full gate. */
function scanChoice(options: readonly string[], path: string, captures: Captures): Scan {
  if (captures[path]) throw new TypeError(`no choice is told: "${path}"`)
  const choices = options.map((option) => written(JSON.stringify(option)))
  let last = choices[0] ?? TRUE
  return (cursor) => {
    if (cursor.takes(last)) return true
    const found = choices.find((option) => cursor.takes(option))
    last = found ?? last
    return found !== undefined
  }
}

function scanList({ item }: SchemaNode, actions: readonly Action[], path: string, hooks: Hooks): Scan {
  if (!item) throw new TypeError(`a list of nothing at "${path}"`)
  const scanItem = scanOf(item, path, hooks)
  const { least, most } = lengthsOf(actions)
  return (cursor) => {
    if (!cursor.takesUnit(OPEN_LIST)) return false
    if (cursor.takesUnit(CLOSE_LIST)) return least === 0
    let count = 0
    do {
      if (!scanItem(cursor)) return false
      count += 1
    } while (cursor.takesUnit(COMMA))
    return count >= least && count <= most && cursor.takesUnit(CLOSE_LIST)
  }
}

const isLength = ({ type }: Action): boolean => type === 'min_length' || type === 'max_length'

/** What is asked of a length; every rule must ask of it alone: an unknown one is not passed over. */
function lengthsOf(actions: readonly Action[]): { readonly least: number; readonly most: number } {
  const unknown = actions.find((action) => !isLength(action))
  if (unknown) throw new TypeError(`no scan for the rule ${unknown.type} of a length`)
  const bounds = (type: string) =>
    actions.flatMap((action) => (action.type === type ? [action.requirement as number] : []))
  return { least: Math.max(0, ...bounds('min_length')), most: Math.min(...bounds('max_length')) }
}

interface Field {
  /** The key as it is written, with the colon. */
  readonly opening: Written
  readonly scan: Scan
  /** Which bit tells that it was there. */
  readonly bit: number
}

function scanObject(
  entries: Readonly<Record<string, SchemaNode>>,
  actions: readonly Action[],
  path: string,
  hooks: Hooks,
): Scan {
  const names = Object.keys(entries)
  const fields = Object.entries(entries).map(([name, node], index): Field => {
    const inner = path === '' ? name : `${path}.${name}`
    const scan = scanOf(node.type === 'optional' ? (node.wrapped ?? node) : node, inner, hooks)
    return { opening: written(`${JSON.stringify(name)}:`), scan, bit: 1 << index }
  })
  const bitsOf = (wanted: readonly string[]) =>
    wanted.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0)
  const required = bitsOf(names.filter((name) => entries[name]?.type !== 'optional'))
  const choice = bitsOf(exactlyOne(actions))
  const end = hooks.ends[path]
  return (cursor) => {
    const seen = scanFields(cursor, fields)
    // Of the fields of a choice exactly one bit is set.
    const chosen = seen & choice
    const chosenOne = choice === 0 || (chosen !== 0 && (chosen & (chosen - 1)) === 0)
    return (seen & required) === required && chosenOne && (end?.() ?? true)
  }
}

/** An object's own check says in its metadata what it asks; a scan could not ask it of a value that it never makes. */
function exactlyOne(actions: readonly Action[]): readonly string[] {
  const checks = actions.filter(({ type }) => type === 'check').length
  const [metadata, ...more] = actions.filter(({ type }) => type === 'metadata')
  if (checks + (metadata ? 1 : 0) !== actions.length || more.length > 0 || checks !== (metadata ? 1 : 0))
    throw new TypeError('no scan for a rule of an object')
  return metadata?.metadata?.exactlyOne ?? []
}

/** The bits of the fields that are there, each known and once; 0 where it is no such object. */
function scanFields(cursor: JsonCursor, fields: readonly Field[]): number {
  if (!cursor.takesUnit(OPEN_OBJECT)) return 0
  let [seen, next] = [0, 0]
  do {
    const index = takeKey(cursor, fields, next, seen)
    const field = fields[index]
    if (!field?.scan(cursor)) return 0
    seen |= field.bit
    next = index + 1
  } while (cursor.takesUnit(COMMA))
  return cursor.takesUnit(CLOSE_OBJECT) ? seen : 0
}

/** The field whose key stands here: most writers keep the order of the schema, so the search goes on from the last one. */
function takeKey(cursor: JsonCursor, fields: readonly Field[], next: number, seen: number): number {
  const expected = fields[next]
  if (expected && (seen & expected.bit) === 0 && cursor.takes(expected.opening)) return next
  for (let tried = 0; tried < fields.length; tried += 1) {
    const index = (next + tried) % fields.length
    const field = fields[index]
    if (field && (seen & field.bit) === 0 && cursor.takes(field.opening)) return index
  }
  return -1
}
