import { createContext, use } from 'react'
import type { Store } from '../../shared/store/database/store.ts'

export const StoreContext = createContext<Store | null>(null)

export function useStore(): Store {
  const store = use(StoreContext)
  if (!store) throw new Error('the console has no store around it')
  return store
}
