import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = resolve(import.meta.dirname, '../..')
const stampFile = '.built-from'

/**
 * Builds the page when it is missing or older than its sources; about two seconds, otherwise a few milliseconds.
 * Text files also get compressed twins, which the server sends as they are.
 */
export async function ensureWebPage(folder: string, say: (text: string) => void): Promise<void> {
  const wanted = await sourceStamp()
  const built = await readFile(join(folder, stampFile), 'utf8').catch(() => '')
  if (built === wanted) return
  say('Đang dựng trang web (chỉ lần đầu hoặc sau khi cập nhật)…')
  const fresh = `${folder}.${process.pid}`
  try {
    await runVite(fresh)
    await compressAll(fresh)
    await writeFile(join(fresh, stampFile), wanted)
    await putInPlace(fresh, folder)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Two starts may build at once: each builds beside, and the later one's folder stays. */
async function putInPlace(fresh: string, folder: string): Promise<void> {
  const old = `${fresh}.old`
  await rename(folder, old).catch(() => undefined)
  await rename(fresh, folder).catch(async (cause: unknown) => {
    const other = await readFile(join(folder, stampFile), 'utf8').catch(() => '')
    if (other === '') throw cause
  })
  await rm(old, { recursive: true, force: true })
}

/** Changes when a source file changes: path, size and time of each. */
async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256')
  const folders = ['src/base', 'src/ui', 'src/platform', 'src/modules', 'src/apps/web']
  const listed = await Promise.all(folders.map((folder) => readdir(join(root, folder), { recursive: true })))
  const files = listed.flatMap((names, index) => names.map((name) => join(folders[index] ?? '', name)))
  const sources = ['package-lock.json', 'vite.config.ts', ...files.filter(isSource).sort()]
  const details = await Promise.all(sources.map((name) => stat(join(root, name))))
  for (const [index, name] of sources.entries())
    hash.update(`${name} ${details[index]?.size} ${details[index]?.mtimeMs}\n`)
  return hash.digest('hex')
}

function isSource(name: string): boolean {
  return /\.(tsx?|css|html|svg)$/.test(name) && !/\.test\.|\/server\//.test(name)
}

async function runVite(folder: string): Promise<void> {
  const program = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  await new Promise<void>((done, fail) => {
    const child = spawn(
      process.execPath,
      [program, 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'],
      {
        cwd: root,
        stdio: 'inherit',
        // Another value, as test runners set it, makes Vite take React's development build: half as large again.
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error('trang web chưa dựng được'))))
  })
}

const smallest = 1_000

async function compressAll(folder: string): Promise<void> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.(js|css|svg|json)$/.test(name),
  )
  for (const name of names) {
    const path = join(folder, name)
    const bytes = await readFile(path)
    if (bytes.length < smallest) continue
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, quality))
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes))
  }
}
