import { defineManifest } from '@crxjs/vite-plugin'
import { USAGES_HOSTS } from '../shared/recorder/usages-reader.ts'
import packageJson from '../package.json' with { type: 'json' }

/** Content scripts match the origins: the console is a single-page app, which goes to /code without loading a page. */
const CONSOLE_ORIGINS = ['https://www.kimi.com/*', 'https://www.kimi.ai/*']

const ICONS = {
  '16': 'extension/icons/mark-16.png',
  '32': 'extension/icons/mark-32.png',
  '48': 'extension/icons/mark-48.png',
  '128': 'extension/icons/mark-128.png',
}

/** Every permission has its sentence in docs/privacy.md; a test holds the two together. */
export default defineManifest({
  manifest_version: 3,
  name: 'Quotascope',
  description: packageJson.description,
  version: packageJson.version,
  minimum_chrome_version: '120',
  icons: ICONS,
  permissions: ['storage', 'unlimitedStorage', 'alarms'],
  optional_permissions: ['notifications'],
  optional_host_permissions: USAGES_HOSTS.map((host) => `https://${host}/*`),
  background: { service_worker: 'extension/background.ts', type: 'module' },
  action: { default_popup: 'extension/popup/index.html', default_title: 'Quotascope', default_icon: ICONS },
  options_page: 'extension/console/index.html',
  content_scripts: [
    {
      matches: CONSOLE_ORIGINS,
      js: ['extension/content/page-hook.iife.ts'],
      world: 'MAIN',
      run_at: 'document_start',
    },
    {
      matches: CONSOLE_ORIGINS,
      js: ['extension/content/content.iife.ts'],
      run_at: 'document_start',
    },
  ],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' https://api.kimi.com https://api.kimi.ai; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
})
