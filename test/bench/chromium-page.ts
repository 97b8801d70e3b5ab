import type { Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleScript } from '../bundle-script.ts'
import { launchChromium } from '../e2e/browser/launch-chromium.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const ORIGIN = 'https://bench.test'

/** A page of ours in a browser whose profile nobody has used: a database that was filled before is several times slower. */
export interface FreshPage {
  readonly page: Page
  /** A new page in the same profile: what was stored is there, nothing is in memory. */
  readonly reopen: () => Promise<Page>
}

/** Bundles `entry` (a file beside this one), runs it in real Chromium, and throws the profile away afterwards. */
export async function inFreshChromium<Result>(
  entry: string,
  work: (fresh: FreshPage) => Promise<Result>,
): Promise<Result> {
  const script = await bundleScript(join(HERE, entry), 'bench')
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-bench-'))
  const context = await launchChromium(profile, {
    args: ['--js-flags=--expose-gc', '--enable-precise-memory-info'],
  })
  try {
    await context.route(`${ORIGIN}/**`, (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
        : route.fulfill({
            contentType: 'text/html',
            body: '<!doctype html><script src="/bench.js"></script>',
          }),
    )
    const open = async () => {
      const page = await context.newPage()
      await page.goto(ORIGIN)
      return page
    }
    return await work({ page: await open(), reopen: open })
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
