/**
 * Runs npm for prepare.mjs so that it never outlives the start that asked for it: a start that is stopped or killed
 * takes npm along. A mark beside node_modules says that an install is under way or was cut off.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mark = join(root, '.installing')
const isWindows = process.platform === 'win32'
/** Milliseconds after which a mark is of a past install, whatever process has its number by now. */
const longestInstall = 30 * 60_000
const watchEvery = 500

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return cause.code === 'EPERM'
  }
}

/** The processes that the mark names: the start and its npm. Undefined without a mark. */
function markedProcesses() {
  try {
    if (Date.now() - statSync(mark).mtimeMs > longestInstall) return []
    return readFileSync(mark, 'utf8').split(' ').map(Number).filter(isRunning)
  } catch {
    return undefined
  }
}

/** Whether an install was begun and did not come to its end: then nothing in node_modules is trusted. */
export function wasCutOff() {
  return existsSync(mark)
}

/** Waits for the install of another start; of two that come at once one goes first. */
export async function takeTurn(say) {
  for (let told = false; ; await wait(1_000)) {
    const others = markedProcesses()
    if (others === undefined || others.length === 0) return
    if (!told)
      say(
        `một lần khởi động khác đang cài đặt, hãy chờ… / another start is installing (process ${others.join(', ')}), waiting ...`,
      )
    told = true
  }
}

/** False when another start was quicker. A mark that was cut off is taken over. */
export function beginInstall() {
  if (markedProcesses()?.length === 0) rmSync(mark, { force: true })
  try {
    writeFileSync(mark, String(process.pid), { flag: 'wx' })
    return true
  } catch (cause) {
    if (cause.code === 'EEXIST') return false
    throw cause
  }
}

export function endInstall() {
  rmSync(mark, { force: true })
}

/**
 * The process that called `npm start`, seen from here past the shell that npm puts between: when it is another one, npm
 * was killed and nobody waits for this start any more.
 */
function caller() {
  try {
    const fields = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return `${process.ppid} ${fields[1]}`
  } catch {
    return String(process.ppid)
  }
}

/** npm as the machine has it. The project's own runtime must not run the install that replaces it. */
function npmCommand(args) {
  const own = join(root, 'node_modules', '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== own)
  // One package of the API page would report each install to a statistics site.
  const env = { ...process.env, PATH: path.join(delimiter), SCARF_ANALYTICS: 'false' }
  const { npm_node_execpath: node, npm_execpath: script } = process.env
  const outer = node && script && !node.startsWith(own) && existsSync(node) && existsSync(script)
  const [command, first] = outer ? [node, [script]] : ['npm', []]
  const flags = ['--ignore-scripts=false', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund']
  return { command, words: [...first, ...args, ...flags], env, shell: !outer && isWindows }
}

let installing

/** npm runs in a process group of its own: all that it started ends with it. */
function end() {
  try {
    if (installing) process.kill(isWindows ? installing.pid : -installing.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
  process.exit(1)
}

/** From here on a start that is stopped, or whose caller was killed, ends with whatever it is doing. */
export function endWithCaller() {
  const first = caller()
  setInterval(() => caller() === first || end(), watchEvery).unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
}

/** Whether npm did what was asked. */
export function npm(...args) {
  const { command, words, env, shell } = npmCommand(args)
  const options = { cwd: root, env, stdio: ['ignore', 2, 'inherit'], shell, detached: !isWindows }
  installing = spawn(command, words, options)
  if (wasCutOff()) writeFileSync(mark, `${process.pid} ${installing.pid}`)
  return new Promise((done) => {
    const finish = (isDone) => {
      installing = undefined
      done(isDone)
    }
    installing.once('error', () => finish(false))
    installing.once('exit', (code) => finish(code === 0))
  })
}
