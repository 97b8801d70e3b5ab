import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import { zipFolder } from './zip-folder.ts'

/** `npm run package`: the zips for the stores, and their hashes. Two builds of one source are the same to the byte. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const RELEASE = join(ROOT, 'dist-release')

export const CHROME_ZIP = join(RELEASE, `quotascope-${packageJson.version}-chrome.zip`)
export const FIREFOX_ZIP = join(RELEASE, `quotascope-${packageJson.version}-firefox.zip`)

/** What the reviewers of addons.mozilla.org build the zip for Firefox from. */
export const SOURCE_ZIP = join(RELEASE, `quotascope-${packageJson.version}-source.zip`)

/** Each browser's build, and the zip that it becomes. */
const ZIPS = [
  { build: join(ROOT, 'dist'), zip: CHROME_ZIP },
  { build: join(ROOT, 'dist-firefox'), zip: FIREFOX_ZIP },
] as const

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(RELEASE, { recursive: true })
  for (const { build, zip } of ZIPS) {
    const bytes = zipFolder(build)
    writeFileSync(zip, bytes)
    const hash = createHash('sha256').update(bytes).digest('hex')
    console.log(`${hash}  ${zip}  ${Math.round(bytes.length / 1000)} kB`)
  }
}
