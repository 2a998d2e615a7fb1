import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run bench -- NAME`: runs tests/bench/NAME/run.ts; what it measures stands at its head. */

const HERE = import.meta.dirname
const names = readdirSync(HERE).filter((name) => existsSync(join(HERE, name, 'run.ts')))
const [name = ''] = process.argv.slice(2)

if (names.includes(name)) await import(`./${name}/run.ts`)
else if (name === '--help' || name === '-h')
  console.log(`npm run bench -- NAME: measures. NAME is one of: ${names.join(', ')}.`)
else {
  console.error(
    `${name === '' ? 'Which benchmark?' : `No benchmark "${name}".`} There are: ${names.join(', ')}.`,
  )
  process.exitCode = 2
}
