import type { BrowserContext, Worker } from '@playwright/test'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { launchChromium } from './launch-chromium.ts'

/** The built extension. */
export const EXTENSION = fileURLToPath(new URL('../../dist', import.meta.url))

/** Real Chromium with an extension, on a profile that may be used again. */
export const launchExtension = (
  profile: string,
  extension = EXTENSION,
  locale = 'en-US',
): Promise<BrowserContext> => launchChromium(profile, { extension, locale })

/** A copy of the built extension, of a version that a test may raise. */
export function copyOfExtension(): { readonly folder: string; readonly raiseVersion: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-copy-'))
  cpSync(EXTENSION, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const raiseVersion = () => {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    writeFileSync(file, JSON.stringify({ ...manifest, version: `${String(manifest['version'])}.1` }))
  }
  return { folder, raiseVersion }
}

const manifestSchema = z.looseObject({
  permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
})

/**
 * A copy of the extension of which the user has already granted what it may ask for: no test can press the browser's own
 * button. Everything else is as built.
 */
export function extensionWithAllGranted(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-granted-'))
  cpSync(EXTENSION, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const {
    permissions,
    optional_permissions: optional,
    optional_host_permissions: hosts,
    ...rest
  } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const granted = { ...rest, permissions: [...permissions, ...optional], host_permissions: hosts }
  writeFileSync(file, JSON.stringify(granted))
  return folder
}

/** The extension's service worker. */
export const workerOf = async (context: BrowserContext): Promise<Worker> =>
  context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))

/** The id of the extension that a browser has loaded. */
export const extensionIdOf = async (context: BrowserContext): Promise<string> =>
  new URL((await workerOf(context)).url()).host
