import { type PlacedRecord, placeOf } from './placed-record.ts'
import type { SourceNode } from './source-node.ts'

interface Claim {
  readonly owner: string
  readonly text: string
  readonly ambiguous: boolean
  readonly place: SourceNode
}

/** A name that two entities bear while one of them claims that it means nobody else. */
export function checkSharedNames(records: readonly PlacedRecord[]): void {
  for (const claims of byName(records.flatMap(claimsOf)).values()) {
    const owners = [...new Set(claims.map((each) => each.owner))]
    if (owners.length < 2) continue
    for (const { owner, text, ambiguous, place } of claims) {
      if (ambiguous) continue
      const others = owners.filter((other) => other !== owner).join(', ')
      place.complain(`"${text}" is also a name of ${others}`, 'Mark it "ambiguous: true" for each of them')
    }
  }
}

function byName(claims: readonly Claim[]): Map<string, Claim[]> {
  const found = new Map<string, Claim[]>()
  for (const claim of claims) {
    const name = claim.text.toLowerCase()
    found.set(name, [...(found.get(name) ?? []), claim])
  }
  return found
}

/** Names and aliases; an alias that repeats a display name states the rule for it. */
function claimsOf(each: PlacedRecord): Claim[] {
  const { record, node } = each
  const aliases = record.aliases.map(({ text, rules }, index) => {
    const ambiguous = rules?.ambiguous ?? false
    return { owner: record.id, text, ambiguous, place: placeOf(each, 'aliases', index) }
  })
  const ruled = new Set(record.aliases.map(({ text }) => text))
  const names = record.names.filter(({ text }) => !ruled.has(text))
  return [...names.map(({ text }) => ({ owner: record.id, text, ambiguous: false, place: node })), ...aliases]
}
