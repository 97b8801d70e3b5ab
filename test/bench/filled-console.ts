import type { BrowserContext, Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serveConsole } from '../../web/serve-console.ts'
import { bundleScript } from '../bundle-script.ts'
import { launchChromium } from '../e2e/browser/launch-chromium.ts'

const HERE = dirname(fileURLToPath(import.meta.url))

/** The built console in real Chromium, over a database of its own that has been filled. */
export interface FilledConsole {
  readonly context: BrowserContext
  /** Without a slash at its end. */
  readonly url: string
  /** A new page in the same profile: what was stored is there, nothing is in memory. */
  readonly open: () => Promise<Page>
}

/** Builds and serves the console, fills its database, and throws the profile away afterwards. */
export async function inFilledConsole<Result>(
  { rows, days }: { readonly rows: number; readonly days: number },
  work: (filled: FilledConsole) => Promise<Result>,
): Promise<Result> {
  await build({ logLevel: 'error' })
  const server = await serveConsole(0)
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the console has no port')
  const url = `http://127.0.0.1:${address.port}`
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-console-'))
  const context = await launchChromium(profile, {
    viewport: { width: 1280, height: 900 },
    // else it measures when it next clears away, which may be in a minute
    args: ['--enable-blink-features=ForceEagerMeasureMemory'],
  })
  try {
    await serveScript(
      context,
      `${url}/fill`,
      await bundleScript(join(HERE, 'filled-console-page.ts'), 'bench'),
    )
    const page = await context.newPage()
    await page.goto(`${url}/fill`)
    await page.evaluate(`bench.fill(${rows}, ${days})`)
    await page.close()
    return await work({ context, url, open: () => context.newPage() })
  } finally {
    await context.close()
    await server.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** A page of ours beside the console's own, with one script. */
export async function serveScript(context: BrowserContext, url: string, body: string): Promise<void> {
  await context.route(`${url}.js`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  await context.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script src="${url}.js"></script>`,
    }),
  )
}

const LONG = 180_000

/** Until the answer about what is shown has been drawn. */
export const drawn = (page: Page) =>
  page.locator('.timeline[aria-busy="false"] .lane-requests').waitFor({ timeout: LONG })

/** Until nothing older is still being read. */
export const readWhole = (page: Page) =>
  page.locator('.read-progress').waitFor({ state: 'hidden', timeout: LONG })
