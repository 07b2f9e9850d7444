/** The two things that tests need and npm does not carry: a browser and PostgreSQL 15. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const postgres = '/usr/lib/postgresql/15/bin/postgres'
// Debian starts a cluster on port 5432 with the package; a test machine needs the programs only.
const clusterSetting = '/etc/postgresql-common/createcluster.d/uommam.conf'

function runs(command, args, stdio = 'ignore') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio, env }).status === 0
}

/** How this person may install Debian packages: as root, by sudo without a password, or not at all. */
function rootPrefix() {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  if (process.getuid?.() === 0) return []
  return runs('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined
}

function aptGet(prefix, ...args) {
  const [command, ...rest] = [...prefix, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args]
  return runs(command, rest, ['ignore', 'ignore', 'inherit'])
}

function withoutCluster(prefix, work) {
  const isRoot = prefix.length === 0
  if (isRoot) {
    mkdirSync(dirname(clusterSetting), { recursive: true })
    writeFileSync(clusterSetting, 'create_main_cluster = false\n')
  }
  work()
  if (isRoot) rmSync(clusterSetting, { force: true })
}

export function prepareTestTools(say) {
  const hasBrowser = Boolean(process.env.UOMMAM_CHROMIUM) || browsers.some((path) => existsSync(path))
  const wanted = [...(hasBrowser ? [] : ['chromium']), ...(existsSync(postgres) ? [] : ['postgresql-15'])]
  if (wanted.length === 0) return
  const prefix = rootPrefix()
  if (!prefix) {
    say(
      `without ${wanted.join(' and ')} their tests are skipped; on Debian: sudo apt-get install ${wanted.join(' ')}`,
    )
    return
  }
  say(`installing ${wanted.join(' and ')} from Debian ...`)
  aptGet(prefix, 'update')
  for (const name of wanted) {
    withoutCluster(prefix, () => {
      if (!aptGet(prefix, 'install', '-y', '--no-install-recommends', name))
        say(`${name} cannot be installed here`)
    })
  }
}
