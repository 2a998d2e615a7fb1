import * as v from 'valibot'
import { parseStrictJson } from './strict-json.ts'
import { parseSubscriptionLink, type SubscriptionLink } from './subscription-link.ts'

/** The file beside the packaged bundle that says where the bundle is updated from: a setting of the build. */
export const UPDATE_SETTING_FILE = 'updates.json'

/** Bytes of that file. */
export const MAX_UPDATE_SETTING_BYTES = 4_096

const settingSchema = v.strictObject({ link: v.nullable(v.string()) })

/** The bytes of the setting; a link pins the root, and null stands for a build that asks nobody. */
export const updateSettingBytes = (link: string | null): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ link }))

/** Where the packaged bundle is updated from; undefined where the build does not say, or says it wrongly. */
export function readUpdateSetting(bytes: Uint8Array): Required<SubscriptionLink> | undefined {
  const json = parseStrictJson(bytes)
  const setting = v.safeParse(settingSchema, json.ok ? json.value : undefined)
  if (!setting.success || setting.output.link === null) return undefined
  const link = parseSubscriptionLink(setting.output.link)
  if (!link.ok || link.value.rootDigest === undefined) return undefined
  return { base: link.value.base, rootDigest: link.value.rootDigest }
}
