import { useEffect } from 'react'
import { followAccount } from '../../../shared/store/accounts/follow-account.ts'
import type { Store } from '../../../shared/store/database/store.ts'

/** A page of rows comes with others: changes wait so long for them. Milliseconds. */
const PAUSE = 1_000

/**
 * Calls `write` soon after each change of an account, and once at the start; again after as many milliseconds as it gives.
 * Where `isOn` is false, nothing is called.
 */
export function useWriteAfterChange(
  store: Store,
  account: string,
  isOn: boolean,
  write: () => Promise<number | null>,
): void {
  useEffect(() => {
    if (!isOn) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWriting = false
    const after = (pause: number) => {
      if (isOver) return
      timer ??= setTimeout(() => void writeNow(), pause)
    }
    const writeNow = async () => {
      timer = undefined
      if (isWriting) return after(PAUSE)
      isWriting = true
      const again = await write()
      isWriting = false
      if (again !== null) after(again)
    }
    // a database that cannot be read is reported above the page
    const stop = followAccount(store, account, { onChange: () => after(PAUSE), onFailure: () => {} })
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [store, account, isOn, write])
}
