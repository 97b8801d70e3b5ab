import { useFindingsState } from '../../data/findings.ts'
import { useText } from '../../locales/use-text.ts'
import { ReadProgress } from '../status/read-progress.tsx'
import { Skeleton } from '../status/skeleton.tsx'

/** Holds the place of a page while evidence is read, and says how far that is where it takes a while. */
export function ReadingEvidence({ rows = 3 }: { readonly rows?: number }) {
  const t = useText()
  const findings = useFindingsState()
  const progress = findings.state === 'failed' ? null : findings.progress
  return (
    <>
      {progress ? <ReadProgress progress={progress} /> : null}
      <Skeleton label={t('loading')} rows={rows} />
    </>
  )
}
