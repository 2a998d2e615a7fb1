import { onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { counted } from '../counted.ts'
import { examineHost } from './publish/doctor.ts'

/** `bundle doctor URL`: whether a host serves a bundle so that readers can read it. */
export const doctorCommand: Command = async (argv, terminal) => {
  const address = onlyWord(readArguments(argv).positional, 'The address of the bundle')
  if (!URL.canParse(address) || !/^https?:/.test(address))
    throw new UsageError(`"${address}" is no web address`)
  const { origin, pathname, protocol, hostname } = new URL(address)
  const secure = protocol === 'https:' || hostname === '127.0.0.1' || hostname === 'localhost'
  const findings = [
    { sound: secure, what: 'The address is https, or of this machine' },
    ...(await examineHost(origin + pathname.replace(/\/*$/, '/'))),
  ]
  for (const { sound, what } of findings) {
    if (sound) terminal.out(`ok      ${what}`)
    else terminal.err(`wrong   ${what}`)
  }
  const wrong = findings.filter((finding) => !finding.sound).length
  if (wrong > 0) terminal.err(`${wrong} of ${findings.length} answers would keep readers out.`)
  else terminal.out(`${counted(findings.length, 'answer')}, all sound.`)
  return wrong === 0 ? EXIT.ok : EXIT.refused
}
