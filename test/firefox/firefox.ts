import { installByApt } from '../install-by-apt.ts'
import { findFirefox } from './find-firefox.ts'

/**
 * Sees to it that there is a Firefox that takes an unsigned extension. Where there is none and none can be installed, the
 * tests skip themselves, and this says so.
 */
if (findFirefox() === null && (!installByApt('firefox-esr', 'openssl') || findFirefox() === null))
  console.error(
    '\n!!! FIREFOX WAS NOT TESTED: there is none on this machine, and none could be installed. Set FIREFOX_PATH to one. !!!\n',
  )
console.log(`Firefox: ${findFirefox() ?? 'none'}`)
