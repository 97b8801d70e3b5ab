import type { Store } from '../../shared/store/database/store.ts'
import { openStore } from '../../shared/store/database/open-store.ts'
import { systemClock, type Clock } from '../../shared/time/clock.ts'
import type { Own } from '../messages/trusted-sender.ts'
import { signInsIn, type SignIns } from './accounts/sign-ins.ts'
import type { StorageArea } from './stored-value.ts'

/** What the handlers work with. Nothing in it is state of the worker: all of that is in the database and in storage. */
export interface Worker extends Own {
  readonly store: Store
  /** Outlasts the browser; only our own pages and the worker read it. */
  readonly local: StorageArea
  /** Outlasts the worker, and is gone with the browser. */
  readonly session: StorageArea
  readonly signIns: SignIns
  readonly clock: Clock
}

export function createWorker(): Worker {
  const { local, session } = chrome.storage
  return {
    ownId: chrome.runtime.id,
    ownPages: chrome.runtime.getURL('/'),
    store: openStore(),
    local,
    session,
    signIns: signInsIn(session),
    clock: systemClock,
  }
}
