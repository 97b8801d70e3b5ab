import { useState } from 'react'
import { findingsQuestion } from '../../../data/questions/findings-question.ts'
import { useAnswer } from '../../../data/use-answer.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { EvidenceButton } from '../../../evidence-panel/evidence-button.tsx'
import { Button } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Unbroken } from '../../../parts/text/unbroken.tsx'
import { useZone } from '../../../state/use-zone.ts'
import './finding-list.css'

/** So many at once: each block of a long history may have one. */
const AT_ONCE = 20

/** What the analysis noticed besides verdicts: sources that disagree, a reset off the grid, and the like. */
export function FindingList() {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const [count, setCount] = useState(AT_ONCE)
  const { value } = useAnswer(findingsQuestion, { count })
  if (!value || value.total === 0) return null
  const { findings, total } = value
  return (
    <Card title={t('incidents.findings')} note={t('incidents.findingsNote')}>
      <ul className="finding-list">
        {findings.map((finding) => {
          const sentence = wording.finding(finding, zone)
          return (
            <li key={`${sentence} ${finding.refs.join()}`}>
              <p>
                <Unbroken text={sentence} />
              </p>
              <EvidenceButton title={t('incidents.findings')} refs={finding.refs} small />
            </li>
          )
        })}
      </ul>
      {findings.length < total ? (
        <Button onClick={() => setCount(findings.length + AT_ONCE)}>
          {t('incidents.more', { count: Math.min(AT_ONCE, total - findings.length) })}
        </Button>
      ) : null}
    </Card>
  )
}
