import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { openReplica } from '../../replica/open-chromium.ts'
import type { Replica } from '../../replica/serve-replica.ts'
import type { Scenario } from '../../replica/scenario.ts'
import { seedScenario } from '../../replica/seed-scenario.ts'
import { extensionIdOf, PACKED, workerOf } from './launch-extension.ts'

/** What the replica shows; a test may set it anew. */
interface Stage {
  scenario: Scenario
  /** The replica itself, once the browser is there: what was asked of it, and its clock. */
  replica: Replica | null
}

interface Fixtures {
  readonly stage: Stage
  readonly browserWithExtension: BrowserContext
  /** The same with the extension to the letter: what it draws is closed to tests, too. */
  readonly browserAsShipped: BrowserContext
  /** The same without the extension, to compare with. */
  readonly browserWithout: BrowserContext
  readonly extensionId: string
  readonly openExtensionPage: (path: string) => Promise<Page>
  readonly killWorker: () => Promise<void>
}

/** A fresh profile of real Chromium with the built extension, on the replica. */
export const test = base.extend<Fixtures>({
  // Playwright reads the parameter to know what a fixture needs: this one needs nothing.
  // oxlint-disable-next-line no-empty-pattern
  stage: async ({}, use) => {
    await use({ scenario: seedScenario(), replica: null })
  },
  browserWithExtension: async ({ stage }, use) => {
    const { context, replica, close } = await openReplica(() => stage.scenario)
    stage.replica = replica
    await use(context)
    await close()
  },
  browserAsShipped: async ({ stage }, use) => {
    const { context, close } = await openReplica(() => stage.scenario, { extension: PACKED })
    await use(context)
    await close()
  },
  browserWithout: async ({ stage }, use) => {
    const { context, close } = await openReplica(() => stage.scenario, { extension: null })
    await use(context)
    await close()
  },
  extensionId: async ({ browserWithExtension }, use) => {
    await use(await extensionIdOf(browserWithExtension))
  },
  openExtensionPage: async ({ browserWithExtension, extensionId }, use) => {
    await use(async (path) => {
      const page = await browserWithExtension.newPage()
      await page.goto(`chrome-extension://${extensionId}/${path}`)
      return page
    })
  },
  killWorker: async ({ browserWithExtension }, use) => {
    await installed(browserWithExtension)
    // From the browser's first, empty page: a page of the extension would wake the worker, or wait for it.
    const [empty] = browserWithExtension.pages()
    const session = await browserWithExtension.newCDPSession(empty ?? (await browserWithExtension.newPage()))
    await session.send('ServiceWorker.enable')
    await use(async () => {
      await session.send('ServiceWorker.stopAllWorkers')
    })
  },
})

/** Chromium never starts a worker again that was killed before it had been installed: no message is answered then. */
async function installed(context: BrowserContext): Promise<void> {
  const worker = await workerOf(context)
  await expect
    .poll(() => worker.evaluate(() => Reflect.get(globalThis, 'registration').active?.state))
    .toBe('activated')
}

export { expect }
