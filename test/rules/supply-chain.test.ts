import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ASKS_FIRST, runsScripts } from '../install/runs-scripts.ts'
import { codeFiles, lineOf, withoutComments } from './source-tree.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({ integrity: z.string().optional(), resolved: z.string().optional() }),
  ),
})

it('no package that is installed runs a script of its own', () => {
  expect(runsScripts(['npm'], true)).toBe(false)
  // without our settings it would
  const major = Number.parseInt(spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout, 10)
  if (major < ASKS_FIRST) expect(runsScripts(['npm'], false)).toBe(true)
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
