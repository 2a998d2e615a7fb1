/** The longest pattern that is accepted; a host name has at most 253 characters. */
const MAX_PATTERN_LENGTH = 253

/** Letters, digits and hyphens between dots; `*` may stand for the first labels, for the last ones, or both. */
const PATTERN = /^(?:\*\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?:\.\*)?(?::\d{1,5})?$/u

/**
 * Whether a text is a site pattern: `example.org` (that host), `*.example.org` (it and every host below),
 * `mail.*` (every host that begins so), each with a port where one is meant.
 */
export const isSitePattern = (text: string): boolean =>
  text.length <= MAX_PATTERN_LENGTH && PATTERN.test(text)

/** Whether a host (as in `location.host`) fits a pattern. Without a port in the pattern every port fits. */
export function matchesSite(pattern: string, host: string): boolean {
  const [wanted, port] = split(pattern)
  const [name, itsPort] = split(host)
  if (port !== undefined && port !== itsPort) return false
  const open = wanted.endsWith('.*')
  const below = wanted.startsWith('*.')
  const core = wanted.slice(below ? 2 : 0, open ? -2 : undefined)
  return fits(name, core, below, open)
}

function fits(name: string, core: string, below: boolean, open: boolean): boolean {
  const starts = name === core || (open && name.startsWith(`${core}.`))
  if (starts && !(open && name === core)) return true
  if (!below) return false
  const inside = open ? name.includes(`.${core}.`) : name.endsWith(`.${core}`)
  return inside
}

function split(host: string): readonly [name: string, port: string | undefined] {
  const [, name = host, port] = /^(.*):(\d+)$/.exec(host) ?? []
  return [name.toLowerCase(), port]
}
