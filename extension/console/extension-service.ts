import type { SettingsChange } from '../../shared/recorder/settings.ts'
import type { Site } from '../../shared/recorder/sites.ts'
import { askWorker, tellWorker } from '../messages/ask-worker.ts'

/** What the console may have the extension do: commands to the worker, and what only a page may ask the browser for. */
export const extensionService = {
  status: () => askWorker({ kind: 'status' }),
  follow: (onChange: () => void) => {
    chrome.storage.onChanged.addListener(onChange)
    return () => chrome.storage.onChanged.removeListener(onChange)
  },
  record: (site: Site, on: boolean) => askWorker({ kind: 'record', site, on }),
  pause: (on: boolean) => askWorker({ kind: 'pause', on }),
  change: (change: SettingsChange) => askWorker({ kind: 'change_settings', change }),
  allowNotices: () => chrome.permissions.request({ permissions: ['notifications'] }),
  eraseStorage: async () => {
    await tellWorker({ kind: 'erase_storage' })
  },
}
