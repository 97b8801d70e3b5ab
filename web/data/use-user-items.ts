import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import { inverseOf, isNoChange, type UserChange, type UserItems } from '../../shared/evidence/user-items.ts'
import { changeUserItems } from '../../shared/store/change-user-items.ts'
import { userItemsOf } from '../../shared/store/read-evidence.ts'
import { usePreferences } from '../state/preferences.ts'
import { useUndoStack } from '../state/undo-stack.ts'
import { useStore } from './store-context.ts'

/** What the user wrote and marked in the shown account, live in every tab; null until it has been read. */
export function useUserItems(): UserItems | null {
  const store = useStore()
  const account = usePreferences((state) => state.account)
  const read = useLiveQuery(
    async () => ({ account, items: await userItemsOf(store, account) }),
    [store, account],
  )
  return read?.account === account ? read.items : null
}

/**
 * Makes a change that can be taken back; `text` says what was done. Gives whether it was: what fails is said where undo is
 * offered, and what was typed must not go with it.
 */
export function useUserChange(): (change: UserChange, text: string) => Promise<boolean> {
  const store = useStore()
  const account = usePreferences((state) => state.account)
  return useCallback(
    (change, text) =>
      useUndoStack.getState().attempt(text, async () => {
        const done = await changeUserItems(store, account, change)
        if (isNoChange(done)) return null
        return async () => {
          await changeUserItems(store, account, inverseOf(done))
        }
      }),
    [store, account],
  )
}
