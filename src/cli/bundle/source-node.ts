import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLError,
} from 'yaml'
import type { Complaint } from './complaint.ts'

/** A place in a YAML file with what stands there; complaints about it carry its line and column. */
export interface SourceNode {
  /** Undefined where a key stands without a value. */
  readonly yaml: Node | undefined
  /** Complains about this place. `advice` says what to do; neither ends with a full stop. */
  complain(problem: string, advice: string): void
  /** Another place in the same file. */
  at(yaml: Node | null | undefined): SourceNode
}

/** One key of a mapping. */
export interface SourceEntry {
  readonly key: SourceNode
  readonly name: string
  readonly value: SourceNode
}

type ComplainAt = (offset: number, problem: string, advice: string) => void

/**
 * Reads one YAML file. Every scalar is text as written (the failsafe schema): `2001` stays a date and
 * `no` a word. Undefined where the file is no YAML or holds more than one document.
 */
export function readYaml(file: string, text: string, complaints: Complaint[]): SourceNode | undefined {
  const lines = new LineCounter()
  const documents: Document[] = [
    ...parseAllDocuments(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false }),
  ]
  const complainAt: ComplainAt = (offset, problem, advice) => {
    const { line, col } = lines.linePos(offset)
    complaints.push({ file, line: Math.max(line, 1), column: Math.max(col, 1), problem, advice })
  }
  const before = complaints.length
  for (const each of documents) complainOfSyntax(each, complainAt)
  const second = documents[1]
  if (second) complainAt(second.range?.[0] ?? 0, 'A second YAML document', 'Use one file for each')
  return complaints.length > before ? undefined : nodeAt(documents[0]?.contents ?? undefined, 0, complainAt)
}

const nodeAt = (yaml: Node | undefined, offset: number, complainAt: ComplainAt): SourceNode => ({
  yaml,
  complain: (problem, advice) => complainAt(yaml?.range?.[0] ?? offset, problem, advice),
  at: (other) => nodeAt(other ?? undefined, yaml?.range?.[0] ?? offset, complainAt),
})

function complainOfSyntax(document: Document, complainAt: ComplainAt): void {
  for (const error of [...document.errors, ...document.warnings]) {
    complainAt(error.pos[0], syntaxProblem(error), 'Correct the YAML')
  }
  // A value that stands elsewhere could be complained of only there: sources are written out.
  visit(document, {
    Alias: (_key, node) =>
      complainAt(node.range?.[0] ?? 0, 'A YAML alias is not read here', 'Write the value out'),
  })
}

/** The first line of the parser's message, without its full stop. */
const syntaxProblem = (error: YAMLError): string =>
  `Malformed YAML: ${(error.message.split('\n')[0] ?? '').replace(/[.:]?\s*$/, '')}`

/** The text of a scalar, trimmed of nothing; undefined where the node is none. */
export const textOf = (node: SourceNode): string | undefined =>
  isScalar(node.yaml) && typeof node.yaml.value === 'string' ? node.yaml.value : undefined

/** The entries of a mapping in the order written; undefined where the node is none. */
export function entriesOf(node: SourceNode): readonly SourceEntry[] | undefined {
  if (!isMap<Node, Node | null>(node.yaml)) return undefined
  return node.yaml.items.map(({ key, value }) => {
    const keyNode = node.at(key)
    return {
      key: keyNode,
      name: textOf(keyNode) ?? '',
      value: value ? node.at(value) : { ...keyNode, yaml: undefined },
    }
  })
}

/** The items of a list; undefined where the node is none. */
export function itemsOf(node: SourceNode): readonly SourceNode[] | undefined {
  return isSeq<Node>(node.yaml) ? node.yaml.items.map((item) => node.at(item)) : undefined
}

/** The value under a key of a mapping, if both are there. */
export const valueAt = (node: SourceNode, name: string): SourceNode | undefined =>
  entriesOf(node)?.find((entry) => entry.name === name)?.value
