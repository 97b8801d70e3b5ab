import packageJson from '../../package.json' with { type: 'json' }
import { systemClock } from '../../shared/time/clock.ts'
import { mount } from '../../web/mount.tsx'
import { followLatestAccount, latestAccount } from '../worker/accounts/latest-account.ts'
import { extensionService } from './extension-service.ts'

/*
 * The console as a page of the extension: the same app over the extension's own database. This is the one place that
 * imports from web/ (docs/decisions): what it knows of the extension is handed in here.
 */
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
mount(root, {
  kind: 'extension',
  version: packageJson.version,
  clock: systemClock,
  account: await latestAccount(chrome.storage.local),
  followAccount: followLatestAccount,
  extension: extensionService,
})
