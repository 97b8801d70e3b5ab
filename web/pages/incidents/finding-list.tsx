import type { Finding } from '../../../shared/analyse/report.ts'
import { useText } from '../../locales/use-text.ts'
import { useWording } from '../../locales/use-wording.ts'
import { EvidenceButton } from '../../evidence-panel/evidence-button.tsx'
import { Card } from '../../parts/card.tsx'
import { useZone } from '../../state/use-zone.ts'
import './finding-list.css'

/** What the analysis noticed besides verdicts: sources that disagree, a reset off the grid, and the like. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  if (findings.length === 0) return null
  return (
    <Card title={t('incidents.findings')} note={t('incidents.findingsNote')}>
      <ul className="finding-list">
        {findings.map((finding) => {
          const sentence = wording.finding(finding, zone)
          return (
            <li key={`${sentence} ${finding.refs.join()}`}>
              <p>{sentence}</p>
              <EvidenceButton title={t('incidents.findings')} refs={finding.refs} small />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
