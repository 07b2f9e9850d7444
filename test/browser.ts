import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function browserPath(): string | undefined {
  return process.env['UOMMAM_CHROMIUM'] ?? known.find((path) => existsSync(path))
}

export function hasBrowser(): boolean {
  return browserPath() !== undefined
}

/** The system's Chromium, without any request of its own to the world. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath()
  if (!executablePath) throw new Error('no Chromium on this machine; on Debian: apt-get install chromium')
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
