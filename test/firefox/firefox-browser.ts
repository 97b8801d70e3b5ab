import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, type Browser, type Page } from 'puppeteer-core'
import { FIREFOX_ZIP } from '../../release/package.ts'
import { manifestWithOpenRoots, OPEN_ROOTS } from '../e2e/browser/open-roots.ts'
import { findFirefox } from './find-firefox.ts'

const ID = '{7c1b9a54-2f0e-4d63-9b8e-5a3f6d0c41e7}'
/** Firefox gives each installation an address of its own; a test says which, so that it finds its pages. */
const UUID = '0e6f9a3c-58a4-4c7e-9d0c-3f2b1a6c5d70'
const PAGES = `moz-extension://${UUID}`
/** How long the event page may idle before Firefox ends it; half a minute for people. */
export const IDLE_MS = 3_000

/** Real Firefox with the extension in its profile, installed for good; a profile may be used again. */
export async function launchFirefox(profile: string, proxyPort: number): Promise<Browser> {
  const executablePath = findFirefox()
  if (executablePath === null) throw new Error('no Firefox found')
  installIn(profile)
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    // without it a page of an extension is not shown to a test
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'extensions.enabledScopes': 15,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      'extensions.background.idle.timeout': IDLE_MS,
      // Firefox asks for each host of an extension; what a user does there by a click is done already
      'extensions.originControls.grantByDefault': true,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  })
}

/** The zip as it is packed, but that a test can see what it draws in a page. */
function installIn(profile: string): void {
  if (!existsSync(FIREFOX_ZIP)) throw new Error('the extension has not been packed: npm run package')
  const packed = unzipSync(readFileSync(FIREFOX_ZIP))
  const manifest = manifestWithOpenRoots(strFromU8(packed['manifest.json'] ?? new Uint8Array()))
  const opened = {
    ...packed,
    'manifest.json': strToU8(manifest),
    [OPEN_ROOTS.name]: strToU8(OPEN_ROOTS.code),
  }
  mkdirSync(join(profile, 'extensions'), { recursive: true })
  writeFileSync(join(profile, 'extensions', `${ID}.xpi`), zipSync(opened))
}

/** Opens a page of the extension. Firefox never says that it has come, so what is in it has to be waited for. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage()
  void page.goto(`${PAGES}/${path}`).catch(() => undefined)
  return page
}

/** All text of a page, also that in open shadow roots; none while a page is being loaded. */
export const textOf = (page: Page): Promise<string> => page.evaluate(textInPage).catch(() => '')

function textInPage(): string {
  const textIn = (root: Document | ShadowRoot): string => {
    const own = root instanceof Document ? (root.body.textContent ?? '') : (root.textContent ?? '')
    const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    return [own, ...shadows.map(textIn)].join('\n')
  }
  return textIn(document)
}
