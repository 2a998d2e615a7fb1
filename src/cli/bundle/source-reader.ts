import { suggestion } from '../nearest.ts'
import { entriesOf, itemsOf, type SourceNode, textOf } from './source-node.ts'

/** Reads a value at a place. Undefined means that it complained; whatever can still be checked is checked. */
export type Read<T> = (node: SourceNode) => T | undefined

/** A field of a mapping: how to read it, and what to do where it is missing (absent: it may be missing). */
interface Field<T> {
  readonly read: Read<T>
  readonly advice?: string
}

interface RequiredField<T> extends Field<T> {
  readonly advice: string
}

type Fields = Readonly<Record<string, Field<unknown>>>

/** What a mapping of fields reads as: required fields are there, others may be absent. */
type Fielded<F extends Fields> = {
  readonly [K in keyof F as F[K] extends RequiredField<unknown> ? K : never]: F[K] extends Field<infer T>
    ? T
    : never
} & {
  readonly [K in keyof F as F[K] extends RequiredField<unknown> ? never : K]?: F[K] extends Field<infer T>
    ? T
    : never
}

/** A field that must be there. `advice` follows "... is missing". */
export const required = <T>(read: Read<T>, advice: string): RequiredField<T> => ({ read, advice })

/** A field that may be left out. */
export const optional = <T>(read: Read<T>): Field<T> => ({ read })

/** Text that a rule accepts: the rule returns [problem, advice] or nothing. */
export const text =
  (rule: (value: string) => readonly [problem: string, advice: string] | undefined): Read<string> =>
  (node) => {
    const value = textOf(node)
    const trouble = value === undefined || value.trim() === '' ? EMPTY : rule(value)
    if (trouble) node.complain(...trouble)
    return trouble ? undefined : value
  }

const EMPTY = ['No text here', 'Write one value, in quotes where it holds ": " or " #"'] as const

/** One of a closed set of words; `what` names the set. */
export const oneOf = <const W extends string>(words: readonly W[], what: string): Read<W> => {
  const known = (value: string): value is W => (words as readonly string[]).includes(value)
  return (node) => {
    const value = textOf(node) ?? ''
    if (known(value)) return value
    node.complain(
      `Unknown ${what} "${value}"`,
      `${suggestion(value, words)}It is one of: ${words.join(', ')}`,
    )
    return undefined
  }
}

/** `true` or `false`. */
export const truth: Read<boolean> = (node) => {
  const value = oneOf(['true', 'false'], 'truth value')(node)
  return value === undefined ? undefined : value === 'true'
}

/** Every item of a list of at most `most`, in order. */
export const listOf =
  <T>(read: Read<T>, most: number): Read<readonly T[]> =>
  (node) => {
    const items = itemsOf(node)
    if (!items) node.complain('This must be a list', 'Begin each item with "- "')
    if (items && items.length > most) node.complain(`More than ${most} items`, 'Split it or leave some out')
    return items && whole(items.map(read))
  }

/** Every entry of a mapping whose keys are free, in the order written. */
export const entriesRead =
  <T>(
    read: (key: string, entry: { readonly key: SourceNode; readonly value: SourceNode }) => T | undefined,
  ): Read<readonly T[]> =>
  (node) => {
    const entries = entriesOf(node)
    if (!entries) node.complain('This must be a mapping', 'Write "key: value" lines')
    return entries && whole(entries.map((entry) => read(entry.name, entry)))
  }

/** A mapping of known fields. `check` sees the fields that could be read and may complain about the mapping. */
export const fielded =
  <F extends Fields>(
    what: string,
    fields: F,
    check?: (value: Partial<Fielded<F>>, node: SourceNode) => void,
  ): Read<Fielded<F>> =>
  (node) => {
    const entries = entriesOf(node)
    if (!entries) {
      node.complain(`${what} must be a mapping`, `Its fields are: ${Object.keys(fields).join(', ')}`)
      return undefined
    }
    let sound = complainOfMissing(what, fields, new Set(entries.map((entry) => entry.name)), node)
    const value: Record<string, unknown> = {}
    for (const entry of entries) {
      const field = Object.hasOwn(fields, entry.name) ? fields[entry.name] : undefined
      if (!field) complainOfUnknown(what, fields, entry.name, entry.key)
      const read = field?.read(entry.value)
      if (read === undefined) sound = false
      else value[entry.name] = read
    }
    check?.(value as Partial<Fielded<F>>, node)
    return sound ? (value as Fielded<F>) : undefined
  }

function complainOfMissing(
  what: string,
  fields: Fields,
  present: ReadonlySet<string>,
  node: SourceNode,
): boolean {
  const missing = Object.entries(fields).filter(
    ([name, field]) => field.advice !== undefined && !present.has(name),
  )
  for (const [name, field] of missing) node.complain(`${what} has no "${name}"`, field.advice ?? '')
  return missing.length === 0
}

function complainOfUnknown(what: string, fields: Fields, name: string, key: SourceNode): void {
  const names = Object.keys(fields)
  key.complain(
    `${what} has no field "${name}"`,
    `${suggestion(name, names)}The fields are: ${names.join(', ')}`,
  )
}

/** All values, or undefined where one of them could not be read. */
function whole<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  const sound = values.filter((value) => value !== undefined)
  return sound.length === values.length ? sound : undefined
}

/** An object without the fields that are undefined, in the order given: what a record is written from. */
export const present = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
