import { pause } from '../../e2e/harness/until.ts'
import type { KillHost, Offer } from './kill-host.ts'
import type { KilledReader, Victim } from './killed-reader.ts'

/** Where in an update a kill fell, as far as the host and the database tell. */
export type KillPlace = 'before a part' | 'between parts' | 'after the last part' | 'after the end'

/** One kill and what came of it. */
export interface KillReport {
  readonly victim: Victim
  readonly offer: Offer
  readonly place: KillPlace
  /** What a reader had after the kill: every record of the generation before, or of the next. */
  readonly saw: 'old' | 'new' | 'nothing yet'
  /** How the update ended that was begun again after the kill. */
  readonly resumed: string
  /** Parts that were asked for in all, of as many as the update needs. */
  readonly requests: number
  readonly needed: number
  readonly faults: readonly string[]
}

/** Successive multiples of the golden ratio: however many there are, they lie spread over the whole. */
const spread = (index: number): number => (index * 0.618_033_988_75) % 1

/** Beyond the end of an update, so that its last steps are struck as well on a machine that is slower this time. */
const BEYOND = 1.15

/** A generation as it was published. */
interface Published {
  readonly generation: number
  readonly root: string
}

/** Kills a reader in the middle of one update after another. */
export class KillRounds {
  readonly #host: KillHost
  readonly #reader: KilledReader
  /** How long an update of each kind takes, in milliseconds, where nothing strikes it. */
  readonly #lasts = new Map<Offer, number>()
  #before: Published | undefined

  constructor(host: KillHost, reader: KilledReader) {
    this.#host = host
    this.#reader = reader
  }

  /** The generation that the reader has. */
  get published(): Published | undefined {
    return this.#before
  }

  /** Runs updates that nothing strikes, to know how long they take; the first of them installs the bundle. */
  async measure(): Promise<void> {
    for (const offer of ['full', 'full', 'delta'] as const) {
      const next = await this.#host.publishNext(offer)
      const from = performance.now()
      this.#reader.beginUpdate()
      await this.#reader.untilShown(next.generation)
      this.#lasts.set(offer, performance.now() - from)
      const ended = await this.#reader.update()
      if (ended !== 'updated' && ended !== 'current')
        throw new Error(`an update that nothing struck: ${ended}`)
      this.#before = next
    }
    this.#host.takeRequests()
  }

  /** Publishes a generation, kills the reader somewhere in its update, and has it go on. */
  async strike(index: number, victim: Victim, offer: Offer): Promise<KillReport> {
    const next = await this.#host.publishNext(offer)
    this.#reader.beginUpdate()
    await pause(spread(index) * (this.#lasts.get(offer) ?? 0) * BEYOND)
    await this.#reader.kill(victim)
    const asked = this.#host.takeRequests().length
    const seen = await this.#seenAfterKill(next)
    const resumed = await this.#reader.update()
    const again = this.#host.takeRequests().length
    const faults = [...seen.faults, ...(await this.#faultsAtEnd(next, resumed))]
    this.#before = next
    const needed = offer === 'full' ? FULL_PARTS : 1
    return {
      victim,
      offer,
      place: placeOf(asked, needed, seen.saw === 'new'),
      saw: seen.saw,
      resumed,
      requests: asked + again,
      needed,
      faults,
    }
  }

  async #seenAfterKill(next: Published): Promise<{ saw: KillReport['saw']; faults: string[] }> {
    const shown = await this.#reader.shown()
    const before = this.#before
    if (!shown) return { saw: 'nothing yet', faults: before ? ['the bundle is lost'] : [] }
    const isNew = shown.generation === next.generation
    const expected = isNew ? next : before
    const faults =
      shown.generation === expected?.generation && shown.root === expected.root
        ? []
        : [`generation ${shown.generation} is torn: ${shown.root}`]
    const card = await this.#reader.card()
    // The background may have gone on by itself meanwhile, from the old generation to the new one.
    if (![before, next].some((each) => card === `Generation ${each?.generation}`))
      faults.push(`the card says "${card}"`)
    return { saw: isNew ? 'new' : 'old', faults }
  }

  async #faultsAtEnd(next: Published, resumed: string): Promise<string[]> {
    const shown = await this.#reader.shown()
    const faults: string[] = []
    if (resumed !== 'updated' && resumed !== 'current') faults.push(`the update ended as "${resumed}"`)
    if (shown?.generation !== next.generation) faults.push(`it ended at generation ${shown?.generation}`)
    if (shown?.root !== next.root || shown.stateRoot !== next.root)
      faults.push(`records ${shown?.root}, kept digest ${shown?.stateRoot}, published ${next.root}`)
    if (shown && shown.unfinished + shown.strayChunks > 0)
      faults.push(`${shown.unfinished} installs and ${shown.strayChunks} rows are left over`)
    return faults
  }
}

/** Parts of a full generation (kill-host.ts). */
const FULL_PARTS = 12

function placeOf(asked: number, needed: number, isOver: boolean): KillPlace {
  if (isOver) return 'after the end'
  if (asked === 0) return 'before a part'
  return asked < needed ? 'between parts' : 'after the last part'
}
