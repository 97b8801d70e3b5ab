import { Ban, CircleCheckBig, CircleQuestionMark, Contrast, type LucideIcon } from 'lucide-react'
import type { Verdict } from '../../shared/analyse/report.ts'
import { useWording } from '../locales/use-wording.ts'
import './verdict-mark.css'

const ICONS: Readonly<Record<Verdict, LucideIcon>> = {
  supported: CircleCheckBig,
  consistent: Contrast,
  contradicted: Ban,
  undecidable: CircleQuestionMark,
}

/** A verdict as icon and word; the border says it a third time, and colour only repeats it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const wording = useWording()
  const Icon = ICONS[verdict]
  return (
    <span className={`verdict verdict-${verdict}`} title={wording.verdictMeaning(verdict)}>
      <Icon aria-hidden="true" />
      {wording.verdict(verdict)}
    </span>
  )
}
