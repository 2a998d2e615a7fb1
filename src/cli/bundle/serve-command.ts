import { once } from 'node:events'
import { subscriptionLink } from '../../bundle/subscription-link.ts'
import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT } from '../command.ts'
import { signerOf } from './built-bundle.ts'
import { readOwnRepository } from './publish/own-repository.ts'
import { serveBundle } from './serve-bundle.ts'

/** Above the ports that need privileges; any free one is taken where none is named. */
const LEAST_PORT = 1_024
const MOST_PORT = 65_535

/** `bundle serve OUT [--port N]`: serves until the process is asked to end. */
export const serveCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['port'])
  const folder = onlyWord(positional, 'The folder of the bundle')
  const port = numberOption(options.port, 'port', LEAST_PORT, MOST_PORT)
  const keyId = await identityOf(folder)
  if (keyId === undefined) {
    terminal.err(`${folder} holds no signed bundle: nobody could subscribe to it. Build and sign one first.`)
    return EXIT.refused
  }
  const server = await serveBundle(folder, port)
  terminal.out(`Subscribe to: ${subscriptionLink({ base: server.base, rootDigest: keyId })}`)
  terminal.err('Serving on this machine only, until Ctrl+C.')
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  return EXIT.ok
}

/** What readers pin: the digest of the first root, or the key of a bundle without one. */
async function identityOf(folder: string): Promise<string | undefined> {
  const own = await readOwnRepository(folder)
  if (own.ok) return own.value.trusted ? own.value.rootDigest : undefined
  return signerOf(folder)
}
