import { useEffect, useMemo, useState } from 'react'
import type { Together, TogetherAsk } from '../../data/intake/jobs.ts'
import { useIntakeWorker } from '../../data/intake-context.ts'

/** How comparing stands. */
export type Comparison =
  | { readonly state: 'loading' }
  | { readonly state: 'done'; readonly together: Together }
  | { readonly state: 'failed'; readonly error: unknown; readonly again: () => void }

/** Compares the accounts of an ask, and anew when it is another one. */
export function useTogether(ask: TogetherAsk): Comparison {
  const intake = useIntakeWorker()
  const [tries, setTries] = useState(0)
  const wanted = useMemo(() => ({ ask, tries }), [ask, tries])
  const [done, setDone] = useState<{ wanted: unknown; outcome: Together | { error: unknown } } | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const compare = async () => {
      try {
        const outcome = await intake.do('together', wanted.ask, { signal })
        if (!signal.aborted) setDone({ wanted, outcome })
      } catch (error) {
        if (!signal.aborted) setDone({ wanted, outcome: { error } })
      }
    }
    void compare()
    return () => controller.abort()
  }, [intake, wanted])
  if (done?.wanted !== wanted) return { state: 'loading' }
  const { outcome } = done
  return 'error' in outcome
    ? { state: 'failed', error: outcome.error, again: () => setTries(tries + 1) }
    : { state: 'done', together: outcome }
}
