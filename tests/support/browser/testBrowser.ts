import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserServer, chromium } from 'playwright'
import { devDependencies } from '../../../package.json'

export interface TestBrowser {
  path: string
  env: Record<string, string>
}

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'

/** The browser of the tests: CHROMIUM_PATH, or the one in the npm package, which needs nothing installed. Rejects where it does not start. */
export async function findBrowser(): Promise<TestBrowser> {
  const chosen = process.env.CHROMIUM_PATH
  const browser = chosen ? { path: chosen, env: {} } : await packagedBrowser()
  try {
    execFileSync(browser.path, ['--version', '--no-sandbox'], { env: { ...process.env, ...browser.env }, stdio: 'pipe' })
  } catch (cause) {
    throw new Error(
      `${browser.path} does not start. ${chosen ? 'Check CHROMIUM_PATH.' : 'Delete its folder to unpack it anew.'}`,
      { cause },
    )
  }
  return browser
}

const launchOptions = ({ path, env }: TestBrowser, anyHost: boolean) => ({
  executablePath: path,
  headless: true,
  args: anyHost ? ARGUMENTS : [...ARGUMENTS, LOOPBACK_ONLY],
  env: { ...process.env, ...env },
})

// The browser goes when the process exits.
const end = () => process.exit(143)

/**
 * A browser of its own, for whoever measures. Who ends that ends all of it: a browser that went alone would be a visit that failed, and
 * the next one would begin.
 * @param anyHost whether it may reach more than this machine
 */
export function launchBrowser(browser: TestBrowser, { anyHost = false } = {}): Promise<Browser> {
  process.removeListener('SIGTERM', end).once('SIGTERM', end)
  return chromium.launch({ ...launchOptions(browser, anyHost), handleSIGTERM: false })
}

/** A browser that several processes connect to; each sees its own contexts only. */
export const serveBrowser = (browser: TestBrowser): Promise<BrowserServer> => chromium.launchServer(launchOptions(browser, false))

async function packagedBrowser(): Promise<TestBrowser> {
  const folder = join(tmpdir(), `scs-status-chromium-${devDependencies['@sparticuz/chromium']}`)
  if (!existsSync(folder)) await unpackInto(folder)
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(path => path !== undefined)
  return { path: join(folder, 'chromium'), env: { FONTCONFIG_PATH: folder, LD_LIBRARY_PATH: libraries.join(':') } }
}

/** The package writes into the temporary folder and returns a file that another process still writes; a rename is atomic. */
async function unpackInto(folder: string) {
  const before = {
    TMPDIR: process.env.TMPDIR,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
  }
  const fresh = await mkdtemp(`${folder}-`)
  try {
    process.env.TMPDIR = fresh
    // Makes the package unpack its own nss, nspr and expat; it looks at this while it is imported.
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(folder))
    await rename(fresh, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
    Reflect.deleteProperty(process.env, 'AWS_EXECUTION_ENV')
    await rm(fresh, { recursive: true, force: true })
  }
}

// The package's own file names fixed folders. Only its fonts, so that text is as wide on every machine.
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`
