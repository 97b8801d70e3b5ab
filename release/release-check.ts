import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import { CHROME_ZIP, FIREFOX_ZIP, RELEASE, SOURCE_ZIP } from './package.ts'

/**
 * `npm run release-check`: builds twice, and says of what came of it whether it may be handed on. Each check is one line;
 * one that cannot be made here (a registry that does not answer) is said to be so, and fails nothing.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** What a licence may be: nothing that asks something of whoever uses the product. */
const FREE = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|OFL-1\.1|CC0-1\.0)$/
/** Well above what they are; a jump past it is a mistake. */
const MOST = { zip: 2_000_000, command: 400_000 } as const
const WEB_EXT = 'web-ext@10.7.0'

interface Outcome {
  readonly ok: boolean
  readonly said: string
}

function run(command: string): { readonly status: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(command, {
    cwd: ROOT,
    shell: true,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  return { status, out: stdout }
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`

function twoBuilds(): Outcome {
  const builds = [1, 2].map(() => {
    const { status } = run('npm run --silent build')
    return status === 0 ? [CHROME_ZIP, FIREFOX_ZIP].map(hashOf).join(' ') : 'no build'
  })
  const [first = '', second] = builds
  writeFileSync(
    join(RELEASE, 'SHA256SUMS'),
    [CHROME_ZIP, FIREFOX_ZIP].map((file) => `${hashOf(file)}  ${file.slice(RELEASE.length + 1)}\n`).join(''),
  )
  return { ok: first === second && first !== 'no build', said: first }
}

function changelog(): Outcome {
  const heading = new RegExp(`^## ${packageJson.version.replaceAll('.', String.raw`\.`)}\\b(.*)$`, 'm')
  const found = heading.exec(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))
  return { ok: found !== null, said: found ? found[0] : `no section for ${packageJson.version}` }
}

function sizes(): Outcome {
  const zips = [CHROME_ZIP, FIREFOX_ZIP].map((file) => statSync(file).size)
  const packed: unknown = JSON.parse(run('npm pack --dry-run --json --ignore-scripts').out)
  const command = sizeIn(packed)
  const ok = zips.every((size) => size < MOST.zip) && command !== null && command < MOST.command
  return { ok, said: `zips ${zips.map(kilobytes).join(', ')}; command ${kilobytes(command ?? Number.NaN)}` }
}

/** npm gives a list of packages, or since version 12 an object with one for each. */
function sizeIn(packed: unknown): number | null {
  const [first]: unknown[] = Array.isArray(packed) ? packed : Object.values(Object(packed))
  return typeof first === 'object' && first !== null && 'size' in first && typeof first.size === 'number'
    ? first.size
    : null
}

/** `## zod - 4.6.7 (MIT)`, as Vite writes it beside each bundle. */
function licences(): Outcome {
  const named = ['dist', 'dist-firefox', 'dist-cli'].flatMap((folder) => [
    ...readFileSync(join(ROOT, folder, 'licences.md'), 'utf8').matchAll(/^## (\S+) - \S+ \((.+)\)$/gm),
  ])
  const other = named.flatMap(([, name, licence = '']) =>
    licence.split(/ (?:AND|OR) /).every((each) => FREE.test(each)) ? [] : [`${name} ${licence}`],
  )
  return {
    ok: named.length > 0 && other.length === 0,
    said: `${named.length} bundled, ${other.join(', ') || 'all free'}`,
  }
}

function lint(): Outcome {
  const { out } = run(`npx --yes ${WEB_EXT} lint --source-dir dist-firefox --output json`)
  const [, errors] = /"errors":(\d+)/.exec(out.replaceAll(/\s/g, '')) ?? []
  const [, warnings] = /"warnings":(\d+)/.exec(out.replaceAll(/\s/g, '')) ?? []
  if (errors === undefined) return { ok: true, said: `not made: ${WEB_EXT} could not be run` }
  return { ok: errors === '0', said: `${errors} errors, ${warnings} warnings (docs/store/firefox.md)` }
}

function audit(): Outcome {
  const { status, out } = run('npm audit --json')
  if (!/"vulnerabilities"/.test(out)) return { ok: true, said: 'not made: the registry does not answer' }
  return { ok: status === 0, said: status === 0 ? 'nothing known' : 'see npm audit' }
}

function sbom(): Outcome {
  const { status, out } = run('npm sbom --sbom-format cyclonedx')
  if (status === 0) writeFileSync(join(RELEASE, 'sbom.cdx.json'), out)
  return { ok: status === 0, said: 'dist-release/sbom.cdx.json' }
}

/** What has been committed, and nothing beside it; what has not would be missing in the build that reviewers make. */
function source(): Outcome {
  const { status, out } = run(
    `git archive --format=zip --output "${SOURCE_ZIP}" HEAD && git status --porcelain`,
  )
  if (status !== 0) return { ok: true, said: 'not made: this is no checkout' }
  const size = kilobytes(statSync(SOURCE_ZIP).size)
  return {
    ok: out.trim() === '',
    said: out.trim() === '' ? size : 'there are changes that are not committed',
  }
}

const CHECKS = {
  'two builds': twoBuilds,
  source,
  changelog,
  sizes,
  licences,
  'web-ext lint': lint,
  audit,
  sbom,
}

for (const [name, check] of Object.entries(CHECKS)) {
  const { ok, said } = check()
  if (!ok) process.exitCode = 1
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(13)} ${said}`)
}
