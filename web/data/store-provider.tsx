import { useState, type ReactNode } from 'react'
import { openStore } from '../../shared/store/database/open-store.ts'
import { StoreContext } from './store-context.ts'

/** One connection to the database for the whole console. */
export function StoreProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => openStore())
  return <StoreContext value={store}>{children}</StoreContext>
}
