import { StoreError } from './store-error.ts'

/** What Dexie needs of `indexedDB`. */
export interface DatabaseFactory {
  readonly open: (name: string, version?: number) => IDBOpenDBRequest
  readonly deleteDatabase: (name: string) => IDBOpenDBRequest
  readonly databases: () => Promise<IDBDatabaseInfo[]>
}

/**
 * The browser's databases, opened at one version or not at all.
 *
 * Dexie is kinder: a newer database it opens as it is, and one that lacks tables it patches; both could spoil what a
 * newer version keeps there. And where another tab's old connection blocks an upgrade, it waits without end: here
 * `onBlocked` is told after `grace` milliseconds, and when that upgrade could at last begin it is called off, as nobody
 * waits for it any more. Until then another try would only queue up behind it, and fails at once.
 */
export function strictFactory(version: number, grace: number, onBlocked: () => void): DatabaseFactory {
  let stuck: IDBOpenDBRequest | null = null
  return {
    open: (name, wanted) => {
      if (wanted === undefined) throw new StoreError('newer')
      if (wanted !== version) throw new StoreError('damaged', `tables of database ${name} are not ours`)
      if (stuck?.readyState === 'pending') throw new StoreError('blocked')
      const request = globalThis.indexedDB.open(name, wanted)
      request.addEventListener('blocked', () => {
        setTimeout(() => {
          if (request.readyState !== 'pending') return
          stuck = request
          callOff(request)
          onBlocked()
        }, grace)
      })
      return request
    },
    deleteDatabase: (name) => globalThis.indexedDB.deleteDatabase(name),
    databases: () => globalThis.indexedDB.databases(),
  }
}

function callOff(request: IDBOpenDBRequest): void {
  // Capturing: before Dexie's own handler.
  request.addEventListener(
    'upgradeneeded',
    (event) => {
      event.stopImmediatePropagation()
      request.transaction?.abort()
    },
    { capture: true },
  )
}
