import { useCallback } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { useUndoStack } from '../state/undo-stack.ts'
import { useIntakeWorker } from './intake-context.ts'

/**
 * Deletes rows of history in a way that can be taken back; `text` says what was done. Gives whether they are gone: what
 * fails is said where undo is offered.
 */
export function useDeleteRecords(): (ids: ReadonlySet<string>, text: string) => Promise<boolean> {
  const intake = useIntakeWorker()
  const account = usePreferences((state) => state.account)
  return useCallback(
    (ids, text) =>
      useUndoStack.getState().attempt(text, async () => {
        const taken = await intake.do('drop', { account, ids: [...ids] })
        if (taken.length === 0) return null // another tab was faster
        return async () => {
          await intake.do('restore', { account, ids: taken })
        }
      }),
    [intake, account],
  )
}
