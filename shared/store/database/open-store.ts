import { SECOND } from '../../time/duration.ts'
import { strictFactory } from './database-factory.ts'
import { DATABASE_VERSION, Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { upgradeTo2 } from './upgrade-to-2.ts'
import { upgradeTo6 } from './upgrade-to-6.ts'

const NAME = 'quotascope'

/** How long another tab gets to close its old connection before we say that it blocks us. */
const BLOCKED_GRACE = 5 * SECOND

/**
 * The database of that name. It is opened by the first operation on it, made or upgraded if need be; what goes wrong
 * then is a StoreError of that operation, which may simply be tried again.
 */
export function openStore(name: string = NAME, blockedGrace: number = BLOCKED_GRACE): Store {
  // Dexie counts versions in tens.
  const factory = strictFactory(DATABASE_VERSION * 10, blockedGrace, () =>
    store.giveUp(new StoreError('blocked')),
  )
  const store = new Store(name, factory, { to2: upgradeTo2, to6: upgradeTo6 })
  // Another tab wants to upgrade or delete the database: let go at once. The next operation opens it again.
  store.on('versionchange', () => {
    store.close({ disableAutoOpen: false })
    return false
  })
  return store
}
