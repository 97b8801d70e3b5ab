import { installByApt } from '../../install-by-apt.ts'
import { findChromium } from './find-chromium.ts'

/**
 * Sees to it that there is a Chromium before the end-to-end tests: no npm package ships one that loads extensions, so on
 * Debian it comes from the distribution. Fonts are for the screenshots.
 */
if (findChromium() === null) {
  if (!installByApt('chromium', 'fonts-liberation') || findChromium() === null) {
    console.error('No Chromium was found, and none could be installed. Set CHROMIUM_PATH to one.')
    process.exitCode = 1
  }
}
console.log(`Chromium: ${findChromium() ?? 'none'}`)
