import { defineManifest } from '@crxjs/vite-plugin'
import { version } from '../package.json' with { type: 'json' }

export default defineManifest({
  manifest_version: 3,
  name: 'Quotascope',
  version,
  minimum_chrome_version: '120',
  options_page: 'web/index.html',
})
