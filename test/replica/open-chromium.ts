import { chromium, type BrowserContext } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from '../e2e/find-chromium.ts'
import { inZone } from './in-zone.ts'
import type { Scenario } from './scenario.ts'
import { serveReplica, type Replica } from './serve-replica.ts'

/** Where the built extension lies. */
export const EXTENSION = fileURLToPath(new URL('../../dist', import.meta.url))

export interface ReplicaBrowser {
  readonly context: BrowserContext
  readonly replica: Replica
  /** Closes the browser and throws its profile away. */
  readonly close: () => Promise<void>
}

interface Wish {
  readonly extension?: boolean
  readonly headless?: boolean
  readonly timezoneId?: string
  /** Null: as large as the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Opens a real Chromium in a fresh profile, with the replica behind www.kimi.com, and the built extension in it. */
export async function openReplica(
  scenario: () => Scenario,
  {
    extension = true,
    headless = true,
    timezoneId = 'Europe/Berlin',
    viewport = { width: 1280, height: 800 },
  }: Wish = {},
): Promise<ReplicaBrowser> {
  if (extension && !existsSync(join(EXTENSION, 'manifest.json')))
    throw new Error('the extension has not been built: npm run build')
  const profile = mkdtempSync(join(tmpdir(), 'quotascope-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? undefined,
    headless,
    locale: 'en-US',
    ...inZone(timezoneId),
    viewport,
    args: [
      ...ARGUMENTS,
      ...(extension ? [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`] : []),
    ],
  })
  return {
    context,
    replica: await serveReplica(context, scenario),
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
