import packageJson from '../../package.json' with { type: 'json' }
import { systemClock } from '../../shared/time/clock.ts'
import { mount } from '../../web/mount.tsx'
import { latestAccount } from '../worker/accounts/latest-account.ts'
import { extensionService } from './extension-service.ts'

/*
 * The console as a page of the extension: the same app over the extension's own database. This is the one place that
 * imports from web/ (docs/decisions): what it knows of the extension is handed in here.
 */
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
const { version } = packageJson
const account = await latestAccount(chrome.storage.local)
mount(root, { kind: 'extension', version, clock: systemClock, account, extension: extensionService })
