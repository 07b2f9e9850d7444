/**
 * Loaded first by `npm start` (`node --import`). glibc gives each thread a store of memory of its own and keeps what was
 * freed in each; with one store for all (MALLOC_ARENA_MAX, glibc manual, "Memory Allocation Tunables") the server holds
 * some 20 MB less. The variable counts only when it stands at the start of a process, and npm cannot set one alike on
 * every system: so the process is started anew in its own place (execve(2): same number, parent, signals and streams),
 * which takes some 40 ms. Without glibc the variable means nothing. In plain JavaScript, because it comes first.
 */
import { isMainThread } from 'node:worker_threads'

const isSet = process.env['MALLOC_ARENA_MAX'] !== undefined
if (isMainThread && process.platform === 'linux' && !isSet && process.execve) {
  const words = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  try {
    process.execve(process.execPath, words, { ...process.env, MALLOC_ARENA_MAX: '1' })
  } catch {
    // It goes on as it is: nothing but memory is lost.
  }
}
