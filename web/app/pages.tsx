import type { ComponentType } from 'react'
import { useFindingsState } from '../data/findings.ts'
import { BringInPage } from '../pages/bring-in/bring-in-page.tsx'
import { ComparePage } from '../pages/compare/compare-page.tsx'
import { HandOnPage } from '../pages/hand-on/hand-on-page.tsx'
import { IncidentsPage } from '../pages/incidents/incidents-page.tsx'
import { RecordsPage } from '../pages/records/records-page.tsx'
import { SettingsPage } from '../pages/settings/settings-page.tsx'
import { TimelinePage } from '../pages/timeline/timeline-page.tsx'
import type { View } from '../state/place.ts'
import { usePlace } from '../state/use-place.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Failure } from './failure.tsx'
import { Shell } from './shell.tsx'

const PAGES: Readonly<Record<View, ComponentType>> = {
  'incidents': IncidentsPage,
  'timeline': TimelinePage,
  'compare': ComparePage,
  'records': RecordsPage,
  'bring-in': BringInPage,
  'hand-on': HandOnPage,
  'settings': SettingsPage,
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
      {findings.state === 'failed' && view !== 'settings' ? null : (
        <ErrorBoundary key={view} renderFailure={(error, again) => <Failure error={error} again={again} />}>
          <Page />
        </ErrorBoundary>
      )}
    </Shell>
  )
}
