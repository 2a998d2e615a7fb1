// Gets a machine ready, then runs a command on it: `node .ci/setup.mjs [--no-browsers | --packages] [COMMAND ARGUMENTS...]`.
// `--no-browsers` leaves out the browsers; `--packages` sees to the packages alone, for what needs no generated types.
// Runs on a bare Node 20, before anything is installed: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, PATH_VARIABLES } from './find-browser.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BIN = join(ROOT, 'node_modules', '.bin')
/** The oldest Node that WXT and Vitest run on. */
const NEEDED_NODE = 22
/** Debian's names of what is missing; the fonts are for the Russian and Chinese names of the sample and its screenshots. */
const DEBIAN_PACKAGES = { chromium: ['chromium'], firefox: ['firefox-esr'] }
const DEBIAN_FONTS = ['fonts-noto-core', 'fonts-noto-cjk']

class SetupError extends Error {}

/** Not to standard output: that belongs to the command, whose output may go into a file. */
const say = (line) => console.error(`setup: ${line}`)

/** Runs a program to its end; what it prints is shown only where it fails. */
function run(program, args, env = process.env) {
  const shell = process.platform === 'win32'
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    env,
    shell,
    encoding: 'utf8',
  })
  if (status === 0) return
  console.error(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
  throw new SetupError(`"${[program, ...args].join(' ')}" failed; what it said stands above.`)
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/**
 * Whether node_modules holds what the lock file names, in the same versions. Optional packages are for one platform
 * each: those of others are not installed, and one of ours may be missing from a lock file made elsewhere.
 */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const { '': _root, ...wanted } = readJson(join(ROOT, 'package-lock.json')).packages
  const present = readJson(record).packages
  const same = (path) => present[path]?.version === wanted[path]?.version
  const absent = (path) => (present[path] ?? wanted[path]).optional && !(present[path] && wanted[path])
  return Object.keys({ ...wanted, ...present }).every((path) => same(path) || absent(path))
}

/**
 * Not `npm ci`: it refuses the lock file wherever a mirror lacks the optional packages of another platform. This
 * installs from the lock file as well, leaves it as it is, and the result is held against it.
 */
function installPackages() {
  if (isInstalled()) return
  say('installing the packages of package-lock.json (npm install)')
  run('npm', ['install', '--no-save'])
  if (!isInstalled())
    throw new SetupError('npm brought other packages than package-lock.json names; is it up to date?')
}

/** The host's Node may be too old; then one comes as a package, where there is one for the platform. */
function checkNode() {
  if (existsSync(join(BIN, 'node')) || existsSync(join(BIN, 'node.cmd'))) return
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_NODE) return
  const platform = `${process.platform} ${process.arch}`
  throw new SetupError(
    `Node ${process.versions.node} is too old and no newer one is packaged for ${platform}: install Node ${NEEDED_NODE} or newer.`,
  )
}

function installBrowsers() {
  const missing = ['chromium', 'firefox'].filter((name) => findBrowser(name) === undefined)
  if (missing.length === 0) return
  for (const name of missing) refuseBadPath(name)
  const packages = [...missing.flatMap((name) => DEBIAN_PACKAGES[name]), ...DEBIAN_FONTS]
  const apt = aptCommand()
  if (!apt)
    throw new SetupError(`Install ${missing.join(' and ')} (or name the program in ${variables(missing)}).`)
  say(`installing ${packages.join(' ')} (apt-get)`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run(apt[0], [...apt.slice(1), 'update'], env)
  run(apt[0], [...apt.slice(1), 'install', '-y', '--no-install-recommends', ...packages], env)
  const still = missing.filter((name) => findBrowser(name) === undefined)
  if (still.length > 0)
    throw new SetupError(`apt-get brought no ${still.join(' and no ')}: install it by hand.`)
}

const variables = (names) => names.map((name) => PATH_VARIABLES[name]).join(' and ')

function refuseBadPath(name) {
  const path = process.env[PATH_VARIABLES[name]]
  if (path)
    throw new SetupError(`${PATH_VARIABLES[name]} names "${path}", which is no program that can be run.`)
}

/** apt-get, if this user may run it without being asked for a password. */
function aptCommand() {
  const works = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0
  if (!works('apt-get', '--version')) return undefined
  if (process.getuid?.() === 0) return ['apt-get']
  return works('sudo', '-n', 'true') ? ['sudo', '-n', 'apt-get'] : undefined
}

const SCOPES = ['--no-browsers', '--packages']

function main() {
  const args = process.argv.slice(2)
  const scope = SCOPES.includes(args[0]) ? args.shift() : undefined
  const [program, ...rest] = args
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}` }
  installPackages()
  checkNode()
  if (scope === undefined) installBrowsers()
  if (scope !== '--packages') run('wxt', ['prepare'], env)
  if (program === undefined) return 0
  const shell = process.platform === 'win32'
  const { status, error } = spawnSync(program, rest, { cwd: ROOT, env, stdio: 'inherit', shell })
  if (error) throw new SetupError(`"${program}" could not be started: ${error.message}`)
  return status ?? 1
}

try {
  process.exitCode = main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`setup: ${error.message}`)
  process.exitCode = 1
}
