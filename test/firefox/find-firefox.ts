import { existsSync } from 'node:fs'

/** Only these let an extension in that no store has signed: the long-term releases and the nightly ones. */
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox-developer-edition', '/usr/bin/firefox-nightly']

/** The Firefox to test with: the one in FIREFOX_PATH, else an installed one; null where there is none. */
export function findFirefox(): string | null {
  const named = process.env['FIREFOX_PATH']
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  return PLACES.find((place) => existsSync(place)) ?? null
}
