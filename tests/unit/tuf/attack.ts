import type { TopRole } from '../../../src/bundle/tuf/metadata.ts'
import type { SyncErrorCode } from '../../../src/model/sync-error.ts'
import type { AttackStage } from './attack-stage.ts'

/** One attack on an update to generation 2. */
export interface Attack {
  readonly what: string
  /** Who meets it: a reader of generation 1 (`delta`), a new one (`full`), or one that has generation 2 (`current`). */
  readonly by: 'delta' | 'full' | 'current'
  readonly attack: (stage: AttackStage) => unknown
  /** How it is refused; where it is absent any refusal will do. */
  readonly code?: SyncErrorCode
  /** Metadata that the attacker had the keys to move: all other stored files stay byte for byte. */
  readonly moves?: readonly TopRole[]
  /** The clock, where it is not the day of the tests. */
  readonly now?: number
}
