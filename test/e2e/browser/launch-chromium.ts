import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { findChromium } from './find-chromium.ts'

/** How a browser is to be; what is left out is as most tests want it. */
export interface Wish {
  /** The folder of an unpacked extension; null for none. */
  readonly extension?: string | null
  readonly headless?: boolean
  readonly locale?: string
  readonly zone?: string
  /** Null: as large as the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null
  readonly reducedMotion?: 'reduce' | null
  /** The page that the extension opens when it is installed is closed, if not wanted. */
  readonly firstPage?: 'closed' | 'open'
  /** Beside the arguments that all have. */
  readonly args?: readonly string[]
}

/** Nothing of the browser's own goes to the network, and no first-run page is in the way. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Real Chromium on a profile, which may be used again. Throws where there is none. */
export async function launchChromium(profile: string, wish: Wish = {}): Promise<BrowserContext> {
  const {
    extension = null,
    headless = true,
    locale = 'en-US',
    zone = 'Europe/Berlin',
    viewport = { width: 1280, height: 800 },
    reducedMotion = null,
    args = [],
    firstPage = 'closed',
  } = wish
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium found: install one, or name it in CHROMIUM_PATH')
  const loading =
    extension === null ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
  const isFresh = readdirSync(profile).length === 0
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    locale,
    timezoneId: zone,
    // Playwright tells a page its zone once it has been opened: the service worker is no page, and a page that the extension
    // opens may have asked for the zone before it is told.
    env: { ...process.env, TZ: zone },
    viewport,
    reducedMotion,
    args: [...ARGUMENTS, `--lang=${locale}`, ...loading, ...args],
  })
  if (extension !== null && isFresh && firstPage === 'closed') await closeFirstPage(context)
  return context
}

/** The page that the extension opens when it is installed would lie over every test. An earlier build opens none. */
async function closeFirstPage(context: BrowserContext): Promise<void> {
  const isFirst = (page: Page) => page.url().includes('/extension/console/')
  const known = context.pages().find(isFirst)
  const page = known ?? (await context.waitForEvent('page', { timeout: 8_000 }).catch(() => null))
  await page?.close()
}
