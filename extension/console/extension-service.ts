import type { SettingsChange } from '../../shared/recorder/settings.ts'
import { USAGES_HOSTS, type UsagesHost } from '../../shared/recorder/usages-reader.ts'
import type { Site } from '../../shared/recorder/sites.ts'
import { askWorker, tellWorker } from '../messages/ask-worker.ts'

/** The addresses that this build may read, or ask for; whoever grants one moves it from the second list to the first. */
const hostsOf = (manifest: chrome.runtime.Manifest): readonly string[] => [
  ...(manifest.host_permissions ?? []),
  ...(manifest.optional_host_permissions ?? []),
]

/** What the console may have the extension do: commands to the worker, and what only a page may ask the browser for. */
export const extensionService = {
  takesKey: hostsOf(chrome.runtime.getManifest()).some((host) => host.includes(USAGES_HOSTS[0])),
  status: () => askWorker({ kind: 'status' }),
  follow: (onChange: () => void) => {
    chrome.storage.onChanged.addListener(onChange)
    return () => chrome.storage.onChanged.removeListener(onChange)
  },
  record: (site: Site, on: boolean) => askWorker({ kind: 'record', site, on }),
  pause: (on: boolean) => askWorker({ kind: 'pause', on }),
  change: (change: SettingsChange) => askWorker({ kind: 'change_settings', change }),
  allowNotices: () => chrome.permissions.request({ permissions: ['notifications'] }),
  keepKey: async (key: string, host: UsagesHost, account: string) => {
    const origins = [`https://${host}/*`]
    if (!(await chrome.permissions.request({ origins }))) throw new Error(`the browser may not read ${host}`)
    return askWorker({ kind: 'keep_key', key, host, account })
  },
  eraseKey: () => askWorker({ kind: 'erase_key' }),
  assignPages: (label: string, account: string | null) => askWorker({ kind: 'assign_pages', label, account }),
  reduceKept: () => askWorker({ kind: 'reduce_kept' }),
  eraseStorage: async () => {
    await tellWorker({ kind: 'erase_storage' })
  },
}
