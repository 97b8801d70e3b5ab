import { useLiveQuery } from 'dexie-react-hooks'
import { importsOf, type Import } from '../../shared/store/imports/read-imports.ts'
import { usePreferences } from '../state/preferences.ts'
import { useStore } from './store-context.ts'

/** The imports of the shown account that can be undone, newest first, live in every tab; null until they have been read. */
export function useImports(): readonly Import[] | null {
  const store = useStore()
  const account = usePreferences((state) => state.account)
  const read = useLiveQuery(async () => {
    // A database that cannot be read is reported above the page.
    const imports = await importsOf(store, account).catch(() => null)
    return { account, imports }
  }, [store, account])
  return read?.account === account ? read.imports : null
}
