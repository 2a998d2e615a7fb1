import { ALIAS_KINDS } from '../model/entity.ts'
import type { BundleId, EntityId, EntityRef } from '../model/ids.ts'
import {
  BLOCK_SHIFT,
  type NameProfile,
  NEW_ENTITY_BIT,
  NEXT_NAME_BIT,
  PROFILE_SHIFT,
  RAW_ID_BIT,
} from './index-format.ts'
import type { IndexView } from './index-view.ts'
import { textOfBytes } from './piece-text.ts'
import type { IndexedName } from './types.ts'

const IN_BLOCK = (1 << BLOCK_SHIFT) - 1

/**
 * Reads the records of names and entities. A cursor: `seek` places it, the readers move it on. Whatever the
 * bytes say, it stays within them: beyond their end there are only zeros.
 */
export class NameRecords {
  /** Where reading goes on, and where the record ends. */
  at = 0
  end = 0
  private readonly view: IndexView
  private bytes: Uint8Array

  constructor(view: IndexView) {
    this.view = view
    this.bytes = view.nameRecords
  }

  /** Goes to the record of a name. */
  seek(name: number): void {
    this.bytes = this.view.nameRecords
    this.seekFrom(this.view.nameBlocks[(name >>> BLOCK_SHIFT) * 2] as number, name & IN_BLOCK)
  }

  /** The next number, seven bits a byte. */
  varint(): number {
    const { bytes } = this
    let byte = bytes[this.at++] ?? 0
    if (byte < 0x80) return byte
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
      byte = bytes[this.at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    return value >>> 0
  }

  /** The whole name, as it was given to the build. */
  name(number: number): IndexedName {
    const entity = this.entity(this.entityNumber(number))
    this.seek(number)
    const profile = this.profileOf(this.head())
    const { lang, exact, ambiguous, kind } = profile
    return {
      text: this.restOfText(' ', false),
      lang,
      kind: ALIAS_KINDS[kind] as IndexedName['kind'],
      caseRule: exact ? 'exact' : 'folded',
      ambiguous,
      entity,
    }
  }

  /** The text of a name. */
  text(number: number): string {
    this.seek(number)
    this.head()
    return this.restOfText(' ', false)
  }

  private seekFrom(start: number, skipped: number): void {
    const { bytes } = this
    this.at = start
    for (let left = skipped; ; left--) {
      // Nearly all records are shorter than 128 bytes.
      const length = (bytes[this.at] ?? 0) < 0x80 ? (bytes[this.at++] ?? 0) : this.varint()
      this.end = this.at + length
      if (left === 0) break
      this.at = this.end
    }
    if (this.end > bytes.length) this.end = bytes.length
  }

  /** Reads the head of a name's record, and over the reference to an equal name. */
  private head(): number {
    const head = this.varint()
    if (head & NEXT_NAME_BIT) this.varint()
    return head
  }

  private profileOf(head: number): NameProfile {
    const profile = this.view.profiles.names[head >>> PROFILE_SHIFT]
    if (!profile) throw new RangeError('the index is damaged')
    return profile
  }

  private entityNumber(name: number): number {
    const block = name >>> BLOCK_SHIFT
    let entity = this.view.nameBlocks[block * 2 + 1] as number
    for (let other = (block << BLOCK_SHIFT) + 1; other <= name; other++) {
      this.seek(other)
      if (this.varint() & NEW_ENTITY_BIT) entity++
    }
    return entity
  }

  private entity(number: number): EntityRef {
    const { view } = this
    this.bytes = view.entityRecords
    this.seekFrom(view.entityBlocks[number >>> BLOCK_SHIFT] ?? 0, number & IN_BLOCK)
    const head = this.varint()
    const bundle = view.profiles.bundles[head >>> 1] ?? ''
    const id = head & RAW_ID_BIT ? this.restOfText('', false) : this.restOfText('-', true)
    return { bundle: bundle as BundleId, entity: id as EntityId }
  }

  /** The text of the pieces up to the end of the record. */
  private restOfText(between: string, lower: boolean): string {
    const texts: string[] = []
    while (this.at < this.end) texts.push(this.piece(lower))
    return texts.join(between)
  }

  private piece(lower: boolean): string {
    const text = this.pieceAsStored()
    // Ids share the pieces of names, which may have capitals.
    return lower ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text
  }

  private pieceAsStored(): string {
    const { view } = this
    const code = this.varint()
    if (code & 1) {
      const start = this.at
      this.at = Math.min(start + (code >>> 1), this.end)
      return textOfBytes(this.bytes, start, this.at)
    }
    const start = view.pieceStarts[code >>> 1] ?? 0
    const end = Math.min(view.pieceStarts[(code >>> 1) + 1] ?? 0, view.pieceBytes.length)
    return textOfBytes(view.pieceBytes, start, end)
  }
}
