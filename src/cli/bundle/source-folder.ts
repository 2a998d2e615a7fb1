import { isUtf8 } from 'node:buffer'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Complaint } from './complaint.ts'
import { compareText } from './complaint.ts'
import { entriesOf, itemsOf, readYaml, type SourceNode, textOf, valueAt } from './source-node.ts'

/** The YAML of a bundle's folder, sorted by what it declares; complaints about the files are reported already. */
export interface SourceFolder {
  /** `bundle.yaml`, if it could be read. */
  readonly header: SourceNode | undefined
  readonly sources: readonly SourceNode[]
  readonly entities: readonly SourceNode[]
}

const HEADER = 'bundle.yaml'

/** Reads every `.yaml` file of a folder and below, in the order of their names. */
export async function readSourceFolder(
  folder: string,
  complaints: Complaint[],
  readsRecordFiles: boolean,
): Promise<SourceFolder> {
  const files = await yamlFiles(folder, complaints, readsRecordFiles)
  const nodes = new Map<string, SourceNode>()
  for (const file of files) {
    const bytes = await readFile(join(folder, file))
    const line = lineOfNoText(bytes)
    if (line !== undefined) {
      complaints.push({
        file,
        line,
        column: 1,
        problem: 'The line is no UTF-8',
        advice: 'Save the file as UTF-8',
      })
      continue
    }
    const node = readYaml(file, bytes.toString('utf8'), complaints)
    if (node) nodes.set(file, node)
  }
  const header = nodes.get(HEADER)
  nodes.delete(HEADER)
  const lists = [...(header ? [listsOfHeader(header)] : []), ...[...nodes.values()].map(listOfFile)]
  return {
    header,
    sources: lists.flatMap((each) => each.sources),
    entities: lists.flatMap((each) => each.entities),
  }
}

/** The first line, from 1, that is not UTF-8. Read leniently, its letters would be published as U+FFFD. */
function lineOfNoText(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined
  const lines = bytes.toString('latin1').split('\n')
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1'))) + 1
}

/** Every file of a folder and below, by its path with slashes, in the order of their names; undefined where there is none. */
export async function filesOfFolder(folder: string): Promise<string[] | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined)
  return entries
    ?.filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText)
}

async function yamlFiles(
  folder: string,
  complaints: Complaint[],
  readsRecordFiles: boolean,
): Promise<string[]> {
  const at = { file: HEADER, line: 1, column: 1 }
  const found = await filesOfFolder(folder)
  if (!found)
    complaints.push({
      ...at,
      problem: `There is no folder ${folder}`,
      advice: 'Name the folder of the sources',
    })
  const files = found ?? []
  if (found && !files.includes(HEADER)) {
    complaints.push({
      ...at,
      problem: 'The folder has no bundle.yaml',
      advice: 'Add it: docs/bundle-format.md shows one',
    })
  }
  for (const file of files.filter((each) => each.endsWith('.yml'))) {
    complaints.push({
      ...at,
      file,
      problem: 'Only .yaml files are read',
      advice: `Rename it to ${file.replace(/yml$/, 'yaml')}`,
    })
  }
  for (const file of files.filter((each) => !readsRecordFiles && each.endsWith('.jsonl'))) {
    complaints.push({
      ...at,
      file,
      problem: 'A file of records is read by "bundle check" and "bundle build" alone',
      advice: 'Build the bundle, and name the folder that it is built into',
    })
  }
  return files.filter((file) => file.endsWith('.yaml'))
}

/** A small bundle may be a single file: its header may hold the lists too. */
function listsOfHeader(header: SourceNode): Pick<SourceFolder, 'sources' | 'entities'> {
  const listAt = (name: string): readonly SourceNode[] => {
    const value = valueAt(header, name)
    const items = value && itemsOf(value)
    if (value && !items) value.complain(`"${name}" is no list`, 'Begin each item with "- "')
    return items ?? []
  }
  return { sources: listAt('sources'), entities: listAt('entities') }
}

const ADVICE = 'Such a file has one key, "sources:" or "entities:", and a list below it'

function listOfFile(file: SourceNode): Pick<SourceFolder, 'sources' | 'entities'> {
  const entries = entriesOf(file)
  const [entry] = entries ?? []
  if (!entry || entries?.length !== 1 || (entry.name !== 'sources' && entry.name !== 'entities')) {
    const place = entries?.find((each) => each.name !== 'sources' && each.name !== 'entities')?.key ?? file
    place.complain('Unknown content', ADVICE)
    return { sources: [], entities: [] }
  }
  const items = itemsOf(entry.value)
  if (!items) entry.value.complain(`"${entry.name}" is no list`, 'Begin each item with "- "')
  return { sources: [], entities: [], [entry.name]: items ?? [] }
}

/** The ids that items declare; a second declaration of the same id is reported. */
export function declaredIds(items: readonly SourceNode[], what: string): Set<string> {
  const ids = new Set<string>()
  for (const item of items) {
    const node = valueAt(item, 'id')
    const id = node && textOf(node)
    if (id === undefined) continue
    if (ids.has(id))
      node?.complain(`The ${what} id "${id}" is used twice`, 'Give one of them another id, or merge them')
    ids.add(id)
  }
  return ids
}
