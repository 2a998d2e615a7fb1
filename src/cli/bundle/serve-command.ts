import { once } from 'node:events'
import { subscriptionLink } from '../../bundle/subscription-link.ts'
import { numberOption, onlyWord, readArguments } from '../arguments.ts'
import { type Command, EXIT } from '../command.ts'
import { readOwnRepository } from './publish/own-repository.ts'
import { repositoryProblem } from './publish/repository-problem.ts'
import { serveBundle } from './serve-bundle.ts'

/** Above the ports that need privileges; any free one is taken where none is named. */
const LEAST_PORT = 1_024
const MOST_PORT = 65_535

/** `bundle serve OUT [--port N]`: serves until the process is asked to end. */
export const serveCommand: Command = async (argv, terminal) => {
  const { positional, options } = readArguments(argv, ['port'])
  const folder = onlyWord(positional, 'The folder of the bundle')
  const port = numberOption(options.port, 'port', LEAST_PORT, MOST_PORT)
  const own = await readOwnRepository(folder)
  if (!own.ok || !own.value.trusted) {
    terminal.err(
      own.ok
        ? `${folder} holds nothing signed: nobody could subscribe to it. Build and sign first.`
        : `${repositoryProblem(folder, own.error)}.`,
    )
    return EXIT.refused
  }
  const server = await serveBundle(folder, port).catch((error: Error) => error)
  if (server instanceof Error) {
    terminal.err(`Nothing can be served: ${server.message}. Name another port with --port, or none.`)
    return EXIT.refused
  }
  terminal.out(`Subscribe to: ${subscriptionLink({ base: server.base, rootDigest: own.value.rootDigest })}`)
  const { expires } = own.value.trusted.timestamp
  if (Date.parse(expires) <= Date.now())
    terminal.err(
      `Its timestamp expired on ${expires}: readers take nothing of it before "bundle sign" renews it.`,
    )
  terminal.err('Serving on this machine only, until Ctrl+C.')
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await server.close()
  return EXIT.ok
}
