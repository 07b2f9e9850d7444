/** Milliseconds between two looks at the parent: stopping may begin so much later. */
const lookEvery = 1_000

/**
 * Calls `stop` once when `npm start` has been ended. npm starts a shell that starts this process, and hands a signal on
 * to the shell only: the server would go on with nobody left to end it. Nothing is watched when npm did not start this
 * process (a service of the system, `node src/apps/start.ts &`): there a parent may go and the server shall stay. Under
 * `nohup npm start &` npm and its shell outlive the terminal, so the parent does not change. Where the system gives no
 * orphan a new parent (Windows) nothing happens.
 */
export function onNpmEnded(environment: NodeJS.ProcessEnv, stop: () => void): void {
  if (environment['npm_lifecycle_event'] !== 'start') return
  const shell = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(looking)
    stop()
  }, lookEvery)
  looking.unref()
}
