/**
 * The address that a link may lead to, or null where it must be shown as plain text: only http and https,
 * and without a user name or password, which can make an address look like another host's.
 */
export function safeAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  return web && !url.username && !url.password ? url.href : null
}
