import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run soak -- NAME`: runs tests/soak/NAME/run.ts, what takes too long for every change. */

const HERE = import.meta.dirname
const names = readdirSync(HERE).filter((name) => existsSync(join(HERE, name, 'run.ts')))
const [name = ''] = process.argv.slice(2)

if (names.includes(name)) await import(`./${name}/run.ts`)
else if (name === '--help' || name === '-h')
  console.log(
    `npm run soak -- NAME: runs what takes too long for every change. NAME is one of: ${names.join(', ')}.`,
  )
else {
  console.error(`${name === '' ? 'Which part?' : `No part "${name}".`} There are: ${names.join(', ')}.`)
  process.exitCode = 2
}
