import { followInThread } from '../indexing/generation-follower.ts'
import { MOST_AT_ONCE, THREAD_FROM } from '../indexing/index-maker.ts'
import type { WantedIndexes } from '../indexing/index-request.ts'
import type { StartIndexThread } from '../indexing/index-thread.ts'
import { namesOfAll } from '../indexing/make-indexes.ts'
import type { BuildProgress } from '../model/preparation.ts'
import type { SyncInput } from '../sync/sync-input.ts'
import type { KnowledgeSource } from './knowledge.ts'
import { entitiesOf } from './search-keeper.ts'

/** What following an update needs. */
export interface FollowSource extends Pick<KnowledgeSource, 'open' | 'ownAliases' | 'builds'> {
  readonly start: StartIndexThread
}

/**
 * Has the indexes of a large generation made in a thread while it comes in, so that it is marked and found the moment it is
 * shown. Where something large is being built, or the bundle is off, that is done afterwards, as for any other change.
 */
export const followUpdates =
  ({ open, ownAliases, builds, start }: FollowSource): NonNullable<SyncInput['follow']> =>
  async (manifest) => {
    const { id: bundle, generation, counts } = manifest
    if (counts.entities < THREAD_FROM || isLong(builds.progress)) return undefined
    const opened = await open()
    if (opened.storage !== 'ready' || (await opened.database.bundles.get(bundle))?.off) return undefined
    const others = (await opened.lookup.bundles()).filter((each) => each.bundle !== bundle)
    const total = entitiesOf([...others, manifest])
    const wanted = wantedFor(total, (await ownAliases()).length > 0)
    if (!wanted.names && !wanted.search) return undefined
    const upcoming = {
      bundle,
      generation,
      content: manifest.state.root,
      names: namesOfAll([manifest]),
    }
    return new Promise((resolve) => {
      const following = builds.run('names', total, (tell) => {
        const { follower, settled } = followInThread(start, { wanted, upcoming }, (report) => {
          if (report.type !== 'names') tell(report)
        })
        resolve(follower)
        return settled
      })
      following.catch(console.warn)
    })
  }

/** An update does not wait for a build that takes seconds; a short one is done before its first part is there. */
const isLong = (build: BuildProgress | undefined): boolean => (build?.total ?? 0) >= THREAD_FROM

/** Whether a name of the reader's own is one depends on what a bundle says: that is known when it is shown. */
const wantedFor = (total: number, hasOwnNames: boolean): WantedIndexes => ({
  ...(!hasOwnNames && { names: { own: [], ownKey: '' } }),
  search: total <= MOST_AT_ONCE,
})
