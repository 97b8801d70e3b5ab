import { defineManifest } from '@crxjs/vite-plugin'
import { USAGES_HOSTS } from '../shared/recorder/usages-hosts.ts'
import packageJson from '../package.json' with { type: 'json' }

/** Content scripts match the origins: the console is a single-page app, which goes to /code without loading a page. */
const CONSOLE_ORIGINS = ['https://www.kimi.com/*', 'https://www.kimi.ai/*']

const ICONS = {
  '16': 'extension/icons/mark-16.png',
  '32': 'extension/icons/mark-32.png',
  '48': 'extension/icons/mark-48.png',
  '128': 'extension/icons/mark-128.png',
}
const CONSOLE = 'extension/console/index.html'
const BACKGROUND = 'extension/background.ts'

/** What pages of the extension may do; `asked`: the addresses that they may call. */
const policy = (asked: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    ["connect-src 'self'", ...asked].join(' '),
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const COMMON = {
  manifest_version: 3 as const,
  name: 'Quotascope',
  description: packageJson.description,
  version: packageJson.version,
  icons: ICONS,
  permissions: ['storage', 'unlimitedStorage', 'alarms'],
  optional_permissions: ['notifications'],
  action: { default_popup: 'extension/popup/index.html', default_title: 'Quotascope', default_icon: ICONS },
  content_scripts: [
    {
      matches: CONSOLE_ORIGINS,
      js: ['extension/content/page-hook.iife.ts'],
      world: 'MAIN' as const,
      run_at: 'document_start' as const,
    },
    {
      matches: CONSOLE_ORIGINS,
      js: ['extension/content/content.iife.ts'],
      run_at: 'document_start' as const,
    },
  ],
}

/** Every permission has its sentence in docs/privacy.md; a test holds the two together. */
export default defineManifest({
  ...COMMON,
  minimum_chrome_version: '120',
  optional_host_permissions: USAGES_HOSTS.map((host) => `https://${host}/*`),
  background: { service_worker: BACKGROUND, type: 'module' },
  options_page: CONSOLE,
  content_security_policy: { extension_pages: policy(USAGES_HOSTS.map((host) => `https://${host}`)) },
})

/**
 * For Firefox: an event page instead of a worker. Without the reading of meters with a key, and so without a host that may be
 * asked: what Firefox would have to say of that key to its users is not settled (docs/store). 142 is the first version that
 * knows the declaration of what an add-on collects on every device.
 */
export const firefoxManifest = defineManifest({
  ...COMMON,
  background: { scripts: [BACKGROUND], type: 'module' },
  options_ui: { page: CONSOLE, open_in_tab: true },
  content_security_policy: { extension_pages: policy([]) },
  browser_specific_settings: {
    gecko: {
      id: '{7c1b9a54-2f0e-4d63-9b8e-5a3f6d0c41e7}',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
})
