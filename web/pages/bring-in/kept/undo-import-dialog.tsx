import type { Import } from '../../../../shared/store/imports/read-imports.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { inputsText, piecesAdded } from '../given/import-texts.ts'

interface UndoImportDialogProps {
  readonly entry: Import
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** Asks before much goes that can only come back by bringing it in again. */
export function UndoImportDialog({ entry, onUndo, onClose }: UndoImportDialogProps) {
  const t = useText()
  const count = piecesAdded(entry)
  const what = inputsText(entry, t)
  return (
    <Dialog title={t('imports.askTitle')} onClose={onClose}>
      <div className="undo-import">
        <p>{count === null ? t('imports.askUncounted', { what }) : t('imports.ask', { what, count })}</p>
        <div className="undo-import-actions">
          <Button kind="danger" onClick={onUndo}>
            {t('imports.askUndo')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
