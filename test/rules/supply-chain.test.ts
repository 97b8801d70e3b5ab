import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { codeFiles, lineOf, withoutComments } from './source-tree.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({ integrity: z.string().optional(), resolved: z.string().optional() }),
  ),
})

/** A project that depends on a package whose scripts leave a file behind, with or without our settings of npm. */
function installed(withOurs: boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'quotascope-install-'))
  const script = `node -e "require('fs').writeFileSync(process.env.LEFT, 'x')"`
  const scripts = { preinstall: script, install: script, postinstall: script }
  mkdirSync(join(folder, 'dependency'))
  const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content))
  write('dependency/package.json', { name: 'dependency', version: '1.0.0', scripts })
  write('package.json', { name: 'x', version: '1.0.0', dependencies: { dependency: 'file:dependency' } })
  if (withOurs) copyFileSync(join(ROOT, '.npmrc'), join(folder, '.npmrc'))
  const left = join(folder, 'left')
  const { npm_config_ignore_scripts: _, ...env } = process.env
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--install-links'],
    { cwd: folder, env: { ...env, LEFT: left, HOME: folder }, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  const ran = existsSync(left)
  rmSync(folder, { recursive: true })
  return ran
}

it('no package that is installed runs a script of its own', () => {
  expect(installed(true)).toBe(false)
  // without our settings it would; from version 12 npm asks before
  const major = Number.parseInt(spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout, 10)
  if (major < 12) expect(installed(false)).toBe(true)
})

it('every package in the lock file is told by its hash, and comes from the registry', () => {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))
  const others = Object.entries(lock.packages).filter(([name]) => name !== '')
  expect(others.length).toBeGreaterThan(100)
  expect(
    others.filter(
      ([, { integrity, resolved }]) =>
        !integrity?.startsWith('sha512-') ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    ),
  ).toEqual([])
})

/** What makes markup or code out of a text. */
const FROM_TEXT: readonly RegExp[] = [
  /\.(?:inner|outer)HTML\s*\+?=(?!=)/g,
  /\b(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|dangerouslySetInnerHTML)\b/g,
  /\bdocument\.write(?:ln)?\b/g,
  /\b(?:eval|new\s+Function|Function)\s*\(/g,
  /\bset(?:Timeout|Interval)\s*\(\s*['"`]/g,
  /\bjavascript:/g,
]

it('nothing that is shipped makes markup or code out of a text', () => {
  const shipped = codeFiles().filter(({ path }) => /^(?:extension|web|shared)\//.test(path))
  expect(shipped.length).toBeGreaterThan(500)
  expect(
    shipped.flatMap(({ path, read }) => {
      const code = withoutComments(read())
      return FROM_TEXT.flatMap((pattern) =>
        [...code.matchAll(pattern)].map((found) => `${path}:${lineOf(code, found.index)} ${found[0]}`),
      )
    }),
  ).toEqual([])
})
