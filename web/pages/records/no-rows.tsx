import { Inbox } from 'lucide-react'
import { useText } from '../../locales/use-text.ts'
import { EmptyState } from '../../parts/status/empty-state.tsx'
import type { Part } from './parts.ts'

/** An empty table says what it would hold, and for rejects that their absence is good news. */
export function NoRows({ part }: { readonly part: Part }) {
  const t = useText()
  return (
    <EmptyState icon={<Inbox />} title={t(`records.none.${part}`)}>
      <p>{t(`records.noneText.${part}`)}</p>
    </EmptyState>
  )
}
