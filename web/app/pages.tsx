import { lazy, Suspense, type ComponentType } from 'react'
import { useFindingsState } from '../data/findings.ts'
import { ReadingEvidence } from '../parts/evidence/reading-evidence.tsx'
import type { View } from '../state/place.ts'
import { usePlace } from '../state/use-place.ts'
import { DamagedDays } from './damaged-days.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Failure } from './failure.tsx'
import { SharedHistory } from './shared-history.tsx'
import { Shell } from './shell.tsx'

/** Each page's code is read when it is first shown: charts take most of it, and the answer has none. */
const PAGES: Readonly<Record<View, ComponentType>> = {
  'incidents': lazy(async () => ({
    default: (await import('../pages/incidents/incidents-page.tsx')).IncidentsPage,
  })),
  'timeline': lazy(async () => ({
    default: (await import('../pages/timeline/timeline-page.tsx')).TimelinePage,
  })),
  'compare': lazy(async () => ({ default: (await import('../pages/compare/compare-page.tsx')).ComparePage })),
  'year': lazy(async () => ({ default: (await import('../pages/year/year-page.tsx')).YearPage })),
  'accounts': lazy(async () => ({
    default: (await import('../pages/accounts/accounts-page.tsx')).AccountsPage,
  })),
  'records': lazy(async () => ({ default: (await import('../pages/records/records-page.tsx')).RecordsPage })),
  'bring-in': lazy(async () => ({
    default: (await import('../pages/bring-in/bring-in-page.tsx')).BringInPage,
  })),
  'hand-on': lazy(async () => ({ default: (await import('../pages/hand-on/hand-on-page.tsx')).HandOnPage })),
  'settings': lazy(async () => ({
    default: (await import('../pages/settings/settings-page.tsx')).SettingsPage,
  })),
}

/**
 * The page that the address asks for; the answer first where it asks for none. A page that fails leaves the frame, and
 * when the database cannot be read the settings still open: erasing may be the way out.
 */
export function Pages() {
  const view = usePlace((place) => place.view) ?? 'incidents'
  const findings = useFindingsState()
  const Page = PAGES[view]
  return (
    <Shell view={view}>
      {findings.state === 'failed' ? <Failure error={findings.error} again={findings.again} /> : null}
      <SharedHistory />
      <DamagedDays />
      {findings.state === 'failed' && view !== 'settings' ? null : (
        <ErrorBoundary key={view} renderFailure={(error, again) => <Failure error={error} again={again} />}>
          <Suspense fallback={<ReadingEvidence />}>
            <Page />
          </Suspense>
        </ErrorBoundary>
      )}
    </Shell>
  )
}
