import { storage } from 'wxt/utils/storage'
import { MAX_UPDATE_SETTING_BYTES, readUpdateSetting, UPDATE_SETTING_FILE } from '../bundle/update-setting.ts'
import type { BundleId } from '../model/ids.ts'
import type { BackgrounderDatabase } from '../storage/database.ts'
import { followBuild } from '../storage/follow-build.ts'
import { backUpSubscriptions } from './back-up.ts'
import { packagedFiles } from './packaged-bundle.ts'

/** The link that was subscribed to because the build said so. */
const followedStore = storage.defineItem<string | null>('local:followed', { fallback: null })

/** At start-up: the packaged bundle is subscribed to where the build says where it is updated from. */
export async function followPackage(database: BackgrounderDatabase, bundle: BundleId): Promise<void> {
  const file = await packagedFiles()(UPDATE_SETTING_FILE, { atMost: MAX_UPDATE_SETTING_BYTES })
  const setting = file.ok ? readUpdateSetting(file.value) : undefined
  const before = (await followedStore.getValue()) ?? undefined
  const followed = await followBuild(database, { bundle, setting, followed: before })
  if (followed === before) return
  await followedStore.setValue(followed ?? null)
  await backUpSubscriptions(database)
}
