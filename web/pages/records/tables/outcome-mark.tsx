import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import type { Outcome } from '../../../../shared/evidence/kinds/usage-record.ts'
import { useText } from '../../../locales/use-text.ts'

const ICONS: Readonly<Record<Outcome, LucideIcon>> = {
  success: CircleCheck,
  failure: CircleX,
  unknown: CircleHelp,
}

export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const t = useText()
  const Icon = ICONS[outcome]
  return (
    <span className={`outcome outcome-${outcome}`}>
      <Icon aria-hidden="true" />
      {t(`outcome.${outcome}`)}
    </span>
  )
}
