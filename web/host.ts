import type { Site } from '../shared/recorder/sites.ts'
import type { SettingsChange } from '../shared/recorder/settings.ts'
import type { ExtensionStatus } from '../shared/recorder/status.ts'
import type { UsagesHost } from '../shared/recorder/usages-reader.ts'
import type { Clock } from '../shared/time/clock.ts'

/**
 * What only the extension can tell and do. Everything that changes something gives the status after it; all of it rejects
 * with an Error where the extension does not answer (it was updated, say).
 */
export interface ExtensionService {
  readonly status: () => Promise<ExtensionStatus>
  /** Calls back when the status may have changed. Gives how to stop. */
  readonly follow: (onChange: () => void) => () => void
  /** Switches the recorder of a site on (or has it go on), or off. */
  readonly record: (site: Site, on: boolean) => Promise<ExtensionStatus>
  readonly pause: (on: boolean) => Promise<ExtensionStatus>
  readonly change: (change: SettingsChange) => Promise<ExtensionStatus>
  /** Asks the browser for leave to notify, if need be: to be called from a click. Gives whether it may. */
  readonly allowNotices: () => Promise<boolean>
  /** Keeps a key for reading the meters, for an account: to be called from a click, as the browser asks for leave. */
  readonly keepKey: (key: string, host: UsagesHost, account: string) => Promise<ExtensionStatus>
  /** Whether a key can be kept at all: not in the build for Firefox. */
  readonly takesKey: boolean
  readonly eraseKey: () => Promise<ExtensionStatus>
  /** Says whose the pages under a label are; null: of no account that there is. */
  readonly assignPages: (label: string, account: string | null) => Promise<ExtensionStatus>
  /** Reduces what earlier versions kept of captured texts now, without waiting longer for a backup. */
  readonly reduceKept: () => Promise<ExtensionStatus>
  /** Forgets settings, keys and counts: all that the extension keeps beside the database. */
  readonly eraseStorage: () => Promise<void>
}

/**
 * Where the console runs. The local page and the extension's own page are the same app; all that differs is handed in
 * here, so that nothing below `web/` knows `chrome.*`.
 */
export interface Host {
  readonly kind: 'local' | 'extension'
  readonly version: string
  /** What the time is and in which zone the reader sits: the console asks nobody else. */
  readonly clock: Clock
  /** The account that the host saw last; null where it sees none. Shown until the reader picks another. */
  readonly account: string | null
  /** Calls back when the host sees another account. Returns how to stop. Null where it sees none. */
  readonly followAccount: ((onAccount: (account: string) => void) => () => void) | null
  /** Null on the local page. */
  readonly extension: ExtensionService | null
}
