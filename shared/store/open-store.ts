import { SECOND } from '../time/duration.ts'
import { DATABASE_VERSION, Store } from './store.ts'
import { StoreError } from './store-error.ts'

const NAME = 'quotascope'

/** How long another tab gets to close its old connection before we say that it blocks us. */
const BLOCKED_GRACE = 5 * SECOND

/**
 * The database of that name. It is opened by the first operation on it, made or upgraded if need be; what goes wrong
 * then is a StoreError of that operation, which may simply be tried again.
 */
export function openStore(name: string = NAME, blockedGrace: number = BLOCKED_GRACE): Store {
  const store = new Store(name)
  store.on('ready', () => refuseNewer(store), true)
  store.on('blocked', () => {
    setTimeout(() => giveUp(store), blockedGrace)
  })
  // Another tab wants to upgrade or delete the database: let go at once. The next operation opens it again.
  store.on('versionchange', () => {
    store.close({ disableAutoOpen: false })
    return false
  })
  return store
}

/** Dexie would open a newer database, and what we then write the newer version might not understand. */
function refuseNewer(store: Store): void {
  store.shutBecause = null
  const version = Math.floor(store.backendDB().version / 10) // Dexie counts in tens
  if (version > DATABASE_VERSION)
    throw new StoreError('newer', `database version ${version}, this version knows ${DATABASE_VERSION}`)
}

function giveUp(store: Store): void {
  if (store.isOpen()) return
  store.shutBecause = new StoreError('blocked')
  store.close({ disableAutoOpen: false })
}
