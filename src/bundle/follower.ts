/** Whoever makes something of a whole generation while it comes in. What goes wrong with him harms nobody else. */
export interface Follower {
  /**
   * The next whole lines, whose records have been verified, from the first of the generation on; they are copied before it
   * returns. Where it gives a promise, no more may come before that is resolved.
   */
  readonly lines: (bytes: Uint8Array) => Promise<void> | undefined
  /** All lines were given; the whole is being checked. */
  readonly complete: () => void
  /** The generation is shown, or will not be. To be called once, whatever came before. */
  readonly end: (isShown: boolean) => void
}
