import type { BrowserContext, Worker } from '@playwright/test'
import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { CHROME_ZIP } from '../../../release/package.ts'
import { launchChromium } from './launch-chromium.ts'
import { manifestWithOpenRoots, OPEN_ROOTS } from './open-roots.ts'

/** The packed extension as a browser loads it: what the store would get, and not the folder that it was packed from. */
export const PACKED = unpacked()

/** The same, with the roots of what it draws in a page opened, so that a test can see them. All else is as packed. */
export const EXTENSION = opened(PACKED)

/** Chromium loads folders only. The folder is named by its content: tests that run beside each other share it. */
function unpacked(): string {
  if (!existsSync(CHROME_ZIP)) throw new Error('the extension has not been built: npm run build')
  const zip = readFileSync(CHROME_ZIP)
  const folder = join(
    tmpdir(),
    `quotascope-zip-${createHash('sha256').update(zip).digest('hex').slice(0, 12)}`,
  )
  if (existsSync(folder)) return folder
  const beside = mkdtempSync(`${folder}-`)
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(beside, name)), { recursive: true })
    writeFileSync(join(beside, name), content)
  }
  return movedTo(folder, beside)
}

function movedTo(folder: string, beside: string): string {
  try {
    renameSync(beside, folder)
  } catch {
    rmSync(beside, { recursive: true }) // another test was quicker
  }
  return folder
}

function opened(packed: string): string {
  const folder = `${packed}-opened`
  if (existsSync(folder)) return folder
  const beside = mkdtempSync(`${folder}-`)
  cpSync(packed, beside, { recursive: true })
  const file = join(beside, 'manifest.json')
  writeFileSync(join(beside, OPEN_ROOTS.name), OPEN_ROOTS.code)
  writeFileSync(file, manifestWithOpenRoots(readFileSync(file, 'utf8')))
  return movedTo(folder, beside)
}

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
