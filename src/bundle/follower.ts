import type { PackedFile } from './unpack-part.ts'

/** Whoever makes something of a whole generation while it comes in. What goes wrong with him harms nobody else. */
export interface Follower {
  /**
   * The next part, as it was sent, once its records have been verified; from the first part on. The bytes are given away.
   * Resolves when the next one may come.
   */
  part(part: PackedFile, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** All parts were given; the whole is being checked. */
  complete(): void
  /** The generation is shown, or will not be. To be called once, whatever came before. */
  end(isShown: boolean): void
}
