import { Undo2 } from 'lucide-react'
import type { Import } from '../../../../shared/store/imports/read-imports.ts'
import { useText } from '../../../locales/use-text.ts'
import { useWording } from '../../../locales/use-wording.ts'
import { Button } from '../../../parts/button.tsx'
import { useZone } from '../../../state/use-zone.ts'
import { addedText, inputsText } from '../given/import-texts.ts'

interface ImportEntryProps {
  readonly entry: Import
  readonly busy: boolean
  readonly onUndo: () => void
}

/** One import: what it was called, when it was made, and what was new in it. */
export function ImportEntry({ entry, busy, onUndo }: ImportEntryProps) {
  const t = useText()
  const wording = useWording()
  const zone = useZone()
  const what = inputsText(entry, t)
  const at = entry.at === null ? t('imports.noTime') : wording.instant(entry.at, zone)
  return (
    <li>
      <p className="import-what">{what}</p>
      <p className="import-meta">
        {at} · {addedText(entry, t)}
      </p>
      <Button
        icon={<Undo2 aria-hidden="true" />}
        disabled={busy}
        aria-label={t('imports.undoOf', { what, at })}
        onClick={onUndo}
      >
        {t('undo.undo')}
      </Button>
    </li>
  )
}
