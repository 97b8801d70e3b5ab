import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import type { Reset } from '../../shared/analyse/report.ts'
import { useHost } from '../app/host-context.ts'
import { usePreferences } from '../state/preferences.ts'
import { useZone } from '../state/use-zone.ts'
import { useEngine } from './engine-context.ts'
import { FindingsContext, LookAgainContext, type FindingsState } from './findings.ts'
import { useNow } from './use-now.ts'

const NO_RESETS: readonly Reset[] = []
const LOADING: FindingsState = { state: 'loading', progress: null }

/**
 * Tells the engine what to watch: the shown account, the zone, the moment. The one Report that all pages draw is made
 * again when evidence, zone or the state of a reset changes, and by nothing else.
 */
export function FindingsProvider({ children }: { readonly children: ReactNode }) {
  const engine = useEngine()
  const { clock } = useHost()
  const zone = useZone()
  const account = usePreferences((state) => state.account)
  const state = useSyncExternalStore(engine.subscribe, engine.state)
  const [now, lookAgain] = useNow(clock, state.state === 'ready' ? state.findings.report.upcoming : NO_RESETS)
  useEffect(() => engine.watch({ account, zone, now }), [engine, account, zone, now])
  // The engine hears of another account only after this has been drawn.
  const other = state.state === 'ready' && state.findings.account !== account
  return (
    <LookAgainContext value={lookAgain}>
      <FindingsContext value={other ? LOADING : state}>{children}</FindingsContext>
    </LookAgainContext>
  )
}
