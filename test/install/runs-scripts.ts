import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NPMRC = fileURLToPath(new URL('../../.npmrc', import.meta.url))

/**
 * Whether an npm, as a command and its first words, runs the scripts of a package that it installs, with or without the
 * settings of this project: the package leaves a file behind in each. Throws with what npm said where it could not install.
 */
export function runsScripts(npm: readonly [command: string, ...words: string[]], withOurs: boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-install-'))
  const script = `node -e "require('fs').writeFileSync(process.env.LEFT, 'x')"`
  const scripts = { preinstall: script, install: script, postinstall: script }
  mkdirSync(join(folder, 'dependency'))
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content))
  write('dependency/package.json', { name: 'dependency', version: '1.0.0', scripts })
  write('package.json', { name: 'x', version: '1.0.0', dependencies: { dependency: 'file:dependency' } })
  if (withOurs) copyFileSync(NPMRC, join(folder, '.npmrc'))
  const left = join(folder, 'left')
  const { npm_config_ignore_scripts: _, ...env } = process.env
  const [command, ...words] = npm
  const { status, stderr } = spawnSync(
    command,
    [...words, 'install', '--offline', '--no-audit', '--no-fund', '--install-links'],
    { cwd: folder, env: { ...env, LEFT: left, HOME: folder }, encoding: 'utf8' },
  )
  const ran = existsSync(left)
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(stderr)
  return ran
}

/** From this one on npm asks before it runs the script of a package. */
export const ASKS_FIRST = 12
