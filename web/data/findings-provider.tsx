import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState, type ReactNode } from 'react'
import { analyse } from '../../shared/analyse/analyse.ts'
import type { Reset } from '../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { useHost } from '../app/host-context.ts'
import { usePreferences } from '../state/preferences.ts'
import { useZone } from '../state/use-zone.ts'
import { FindingsContext, type FindingsState } from './findings.ts'
import { useStore } from './store-context.ts'
import { useNow } from './use-now.ts'

const NO_RESETS: readonly Reset[] = []

/**
 * The evidence of the shown account, live, and the one Report that all pages draw: made again when evidence, zone or
 * the state of a reset changes, and by nothing else.
 */
export function FindingsProvider({ children }: { readonly children: ReactNode }) {
  const store = useStore()
  const { clock } = useHost()
  const zone = useZone()
  const account = usePreferences((state) => state.account)
  const [attempt, setAttempt] = useState(0)
  const read = useLiveQuery(async () => {
    try {
      return { account, evidence: await evidenceOf(store, account) }
    } catch (error) {
      return { account, error: error instanceof Error ? error : new Error(String(error)) }
    }
  }, [store, account, attempt])
  const [resets, setResets] = useState(NO_RESETS)
  const now = useNow(clock, resets)
  const state = useMemo((): FindingsState => {
    // What was read for another account is not shown under this one's name.
    if (!read || read.account !== account) return { state: 'loading' }
    if (!read.evidence) {
      return { state: 'failed', error: read.error, again: () => setAttempt((count) => count + 1) }
    }
    const report = analyse(read.evidence, { now, zone, rules: DEFAULT_RULES })
    return { state: 'ready', findings: { account, evidence: read.evidence, report } }
  }, [read, account, now, zone])
  const latest = state.state === 'ready' ? state.findings.report.resets : NO_RESETS
  if (latest !== resets) setResets(latest)
  return <FindingsContext value={state}>{children}</FindingsContext>
}
