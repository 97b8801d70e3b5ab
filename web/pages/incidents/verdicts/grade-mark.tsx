import { CircleDashed, FileWarning, Flag, ListX, type LucideIcon } from 'lucide-react'
import type { BlockedWindow, Grade } from '../../../../shared/analyse/report.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import './grade-mark.css'

const ICONS: Readonly<Record<Grade, LucideIcon>> = {
  error_text: FileWarning,
  failed_rows: ListX,
  marked: Flag,
  suspected: CircleDashed,
}

/** How sure it is that there was a block at all. */
export function GradeMark({ block }: { readonly block: BlockedWindow }) {
  const t = useText()
  const wording = useWording()
  const Icon = ICONS[block.grade]
  return (
    <span className={`grade grade-${block.grade}`} title={wording.gradeMeaning(block.grade)}>
      <Icon aria-hidden="true" />
      {wording.grade(block.grade)}
      {block.open ? ` · ${t('incidents.open')}` : null}
    </span>
  )
}
