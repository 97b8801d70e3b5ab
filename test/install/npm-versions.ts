import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Tally } from '../run/tally.ts'
import { ASKS_FIRST, runsScripts } from './runs-scripts.ts'

/**
 * `npm run npm-versions [report]`: that no package runs a script of its own when it is installed, under each npm that a
 * supported Node brings. Where the registry does not answer it says so loudly, and nothing is tried.
 */

const [, , report = 'test-results/npm-versions.json'] = process.argv
/** With Node 20.0, with 20.19 and 22, with 24, and the one after (https://nodejs.org/en/download/releases). */
const VERSIONS = ['9.6.4', '10.8.2', '11.6.2', '12'] as const

/** Null where it could not be installed. */
function installNpm(version: string, folder: string): string | null {
  const words = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-package-lock']
  const { status } = spawnSync('npm', [...words, `npm@${version}`], { stdio: 'inherit' })
  return status === 0 ? join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js') : null
}

function tried(): Tally {
  const failures: string[] = []
  const skipped: string[] = []
  let passed = 0
  const expectTo = (run: boolean, version: string, withOurs: boolean, script: string) => {
    const how = `npm ${version}, ${withOurs ? 'with' : 'without'} the settings of this project`
    const ran = runsScripts([process.execPath, script], withOurs)
    console.log(`${how}: scripts ${ran ? 'run' : 'do not run'}`)
    if (ran === run) passed += 1
    else failures.push(`${how}: scripts ${ran ? 'run' : 'do not run'}`)
  }
  for (const version of VERSIONS) {
    const folder = mkdtempSync(join(tmpdir(), 'quotascope-npm-'))
    const script = installNpm(version, folder)
    if (script === null) skipped.push(version)
    else {
      expectTo(false, version, true, script)
      // else the first would say nothing
      if (Number.parseInt(version, 10) < ASKS_FIRST) expectTo(true, version, false, script)
    }
    rmSync(folder, { recursive: true })
  }
  const tally = { passed, failed: failures.length, failures }
  return skipped.length === 0
    ? tally
    : { ...tally, skipped: `npm ${skipped.join(', ')} could not be installed` }
}

const tally = tried()
if (tally.skipped !== undefined) console.error(`\n!!! NOT ALL WAS TRIED: ${tally.skipped} !!!\n`)
mkdirSync(dirname(report), { recursive: true })
writeFileSync(report, JSON.stringify(tally))
process.exitCode = tally.failed === 0 ? 0 : 1
