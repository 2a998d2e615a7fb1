import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const HEADER = `format: bg-source/1
id: sample
title: Sample
publisher: Tests
homepage: https://example.org/
license: CC0-1.0
langs: [en, ru]
generation: 1
created: 2026-01-01T00:00:00Z
`

export const SOURCES = `sources:
  - {id: charter, title: Charter, publisher: Secretariat, url: "https://example.org/charter", date: 2002-06-07}
  - id: site
    title: Website
    publisher: Secretariat
    url: https://example.org/
`

export const ENTITIES = `entities:
  - id: un
    kind: organization
    names: {en: United Nations, ru: Организация Объединённых Наций}
    relations: [{relation: agency, entity: itu}]
  - id: itu
    kind: organization
    names:
      en: International Telecommunication Union
    description: {en: UN agency for telecommunication}
    aliases:
      - {text: ITU, lang: en, kind: acronym, ambiguous: true}
      - {text: Telecommunication Union, lang: en, kind: short, case: exact}
    statements:
      - {property: founded, value: 1865-05-17, confidence: confirmed, source: site}
      - property: headquarters
        value: Geneva
        start: 1948
        confidence: confirmed
        source: charter
        checkedOn: 2026-01-01
    events:
      - {date: 1947, title: Became a UN agency, source: charter, confidence: disputed}
    relations: [{relation: agency-of, entity: un}]
    context: [telecommunication, spectrum]
    identifiers: {wikidata: Q376150}
`

/** A folder below the system's temporary one, gone when the test has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backgrounder-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder of sources: a sound bundle, with the given files added or put in place of its own. */
export async function sourceFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  return folderOf({ 'bundle.yaml': HEADER, 'sources.yaml': SOURCES, 'entities.yaml': ENTITIES, ...files })
}

/** A folder with exactly these files. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}
