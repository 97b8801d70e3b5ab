import { existsSync } from 'node:fs'

/** Where a Chromium may be that loads unpacked extensions. Chrome itself no longer does, since version 137. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The Chromium to test with: the one in CHROMIUM_PATH, else an installed one; null where there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  return PLACES.find((place) => existsSync(place)) ?? null
}
