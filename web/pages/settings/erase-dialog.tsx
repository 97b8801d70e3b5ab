import { useId, useState, type SyntheticEvent } from 'react'
import { eraseAll } from '../../../shared/store/accounts/erase.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'
import { useHost } from '../../app/host-context.ts'
import { useStore } from '../../data/store-context.ts'
import { useText } from '../../locales/use-text.ts'
import { errorText } from '../../parts/text/error-text.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Notice } from '../../parts/status/notice.tsx'
import { PlaceLink } from '../../parts/evidence/place-link.tsx'
import { UNASSIGNED, usePreferences } from '../../state/preferences.ts'
import { useUndoStack } from '../../state/undo-stack.ts'
import { replacePlace } from '../../state/use-place.ts'

interface EraseDialogProps {
  readonly onClose: () => void
  readonly onErased: () => void
}

/** There is no way back from this, so it wants a word typed, not a second click. */
export function EraseDialog({ onClose, onErased }: EraseDialogProps) {
  const t = useText()
  const id = useId()
  const store = useStore()
  const { extension } = useHost()
  const setPreference = usePreferences((state) => state.set)
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const word = t('erase.word')
  const erase = async () => {
    try {
      await eraseAll(store)
      useUndoStack.getState().forget()
      await extension?.eraseStorage()
      setPreference({ zone: UNKNOWN_ZONE, sharedZones: {}, account: UNASSIGNED, ownAccount: UNASSIGNED })
      replacePlace({ day: null, days: [], zone: null, incident: null })
      onErased()
    } catch (error) {
      setFailure(errorText(error, t))
    }
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (typed.trim() === word) void erase()
  }
  return (
    <Dialog title={t('erase.title')} onClose={onClose}>
      <form onSubmit={submit} className="erase-form">
        <p>{t('erase.warning')}</p>
        <p>
          <PlaceLink to={{ view: 'hand-on' }}>{t('erase.backup')}</PlaceLink>
        </p>
        <div className="field">
          <label htmlFor={id} className="field-label">
            {t('erase.typeWord', { word })}
          </label>
          <input
            id={id}
            className="field-control"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        {failure === null ? null : (
          <Notice kind="error" live title={t('erase.failed')}>
            <p>{failure}</p>
          </Notice>
        )}
        <div className="erase-actions">
          <Button kind="danger" type="submit" disabled={typed.trim() !== word}>
            {t('erase.confirm')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
