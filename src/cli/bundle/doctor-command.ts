import { keyIdOfFingerprint } from '../../bundle/public-key.ts'
import type { FirstTrust } from '../../bundle/tuf/stored-metadata.ts'
import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { counted } from '../counted.ts'
import { examineHost, type Finding } from './publish/doctor.ts'

/** `bundle doctor LINK`: whether a host serves a bundle so that readers can read it. Told as it is found. */
export const doctorCommand: Command = async (argv, terminal) => {
  const link = readLink(onlyWord(readArguments(argv).positional, 'The address of the bundle'))
  let [asked, wrong] = [0, 0]
  const tell = ({ sound, what }: Finding) => {
    asked += 1
    if (sound) return terminal.out(`ok      ${what}`)
    wrong += 1
    terminal.err(`wrong   ${what}.`)
  }
  tell(addressFinding(link))
  for await (const finding of examineHost(link.base, link.trust)) tell(finding)
  if (wrong > 0) terminal.err(`${wrong} of ${counted(asked, 'answer')} would keep readers out.`)
  else terminal.out(`${counted(asked, 'answer')}, all sound.`)
  return wrong === 0 ? EXIT.ok : EXIT.refused
}

interface Link {
  readonly url: URL
  readonly base: string
  readonly trust: FirstTrust
}

/** An address, or the whole link: then the host's bundle has to be the one that it names. */
function readLink(text: string): Link {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new UsageError(`"${text}" is no web address`)
  const url = new URL(text)
  const base = url.origin + url.pathname.replace(/\/*$/, '/')
  if (url.hash === '') return { url, base, trust: { kind: 'first-use' } }
  const rootDigest = keyIdOfFingerprint(/^#bgk=(.+)$/.exec(url.hash)?.[1] ?? '')
  if (rootDigest !== undefined) return { url, base, trust: { kind: 'pinned', rootDigest } }
  throw new UsageError(`"${url.hash}" is no fingerprint: #bgk= and 43 letters, digits, - and _`)
}

function addressFinding({ url: { protocol, hostname, username, password, search } }: Link): Finding {
  const isOwn = hostname === '127.0.0.1' || hostname === 'localhost'
  const wrong = (what: string): Finding => ({ sound: false, what })
  if (protocol !== 'https:' && !isOwn) return wrong('The address is not https, which readers insist on')
  if (username !== '' || password !== '')
    return wrong('The address holds a user name or password, which readers refuse')
  if (search !== '') return wrong('The address holds a question mark, which readers refuse')
  return { sound: true, what: 'The address is https, or of this machine' }
}
