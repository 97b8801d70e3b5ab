import type { BrowserContext } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium, type Wish } from '../e2e/browser/launch-chromium.ts'
import { EXTENSION } from '../e2e/browser/launch-extension.ts'
import type { Scenario } from './scenario.ts'
import { serveReplica, type Replica } from './serve-replica.ts'

export interface ReplicaBrowser {
  readonly context: BrowserContext
  readonly replica: Replica
  /** Closes the browser and throws its profile away. */
  readonly close: () => Promise<void>
}

/** Opens a real Chromium in a fresh profile, with the replica behind www.kimi.com, and the built extension in it. */
export async function openReplica(scenario: () => Scenario, wish: Wish = {}): Promise<ReplicaBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const context = await launchChromium(profile, { extension: EXTENSION, ...wish })
  return {
    context,
    replica: await serveReplica(context, scenario),
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
