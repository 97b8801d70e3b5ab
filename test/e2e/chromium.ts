import { spawnSync } from 'node:child_process'
import { findChromium } from './find-chromium.ts'

/**
 * Sees to it that there is a Chromium before the end-to-end tests: no npm package ships one that loads extensions, so on
 * Debian it comes from the distribution. Fonts are for the screenshots.
 */

function run(command: string, ...words: string[]): boolean {
  const asRoot =
    process.getuid?.() === 0 ? [command, ...words] : ['sudo', '--non-interactive', command, ...words]
  const [program = command, ...rest] = asRoot
  const { status } = spawnSync(program, rest, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

if (findChromium() === null) {
  const installed =
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
  if (!installed || findChromium() === null) {
    console.error('No Chromium was found, and none could be installed. Set CHROMIUM_PATH to one.')
    process.exitCode = 1
  }
}
console.log(`Chromium: ${findChromium() ?? 'none'}`)
