/** Run by compile-ahead.mjs: loads the server without starting it. */
import '../../src/apps/server.ts'
import '../../src/apps/worker.ts'

// The two programs start when they are evaluated. Of an import that fails nothing behind the failure is evaluated,
// yet all of it has been loaded and compiled by then.
const programs = ['start.ts', 'drain-thread.ts'].map(
  (name) => new URL(`../../src/apps/${name}`, import.meta.url),
)
const imports = ['data:text/javascript,throw 0', ...programs].map(
  (url) => `import ${JSON.stringify(String(url))}`,
)
await import(`data:text/javascript,${encodeURIComponent(imports.join(';'))}`).catch(() => undefined)
