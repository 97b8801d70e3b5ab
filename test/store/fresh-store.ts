import { openStore } from '../../shared/store/database/open-store.ts'
import type { Store } from '../../shared/store/database/store.ts'

let made = 0

/** A store that no other test has written to. */
export function freshStore(): Store {
  made += 1
  return openStore(`test ${made}`)
}
