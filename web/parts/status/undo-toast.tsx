import { Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { SECOND } from '../../../shared/time/duration.ts'
import { useText } from '../../locales/use-text.ts'
import { errorText } from '../text/error-text.ts'
import { followUndoKeys } from '../../state/undo-keys.ts'
import { useUndoStack } from '../../state/undo-stack.ts'
import { Button } from '../button.tsx'
import './undo-toast.css'

/** Long enough to read and reach; it also waits while the pointer or the focus is on it, and Ctrl+Z works ever after. */
const STAYS = 12 * SECOND

/** Says what was just done, and takes it back. */
export function UndoToast() {
  const t = useText()
  const said = useUndoStack((state) => state.said)
  const undo = useUndoStack((state) => state.undo)
  const hush = useUndoStack((state) => state.dismiss)
  const [held, setHeld] = useState(false)
  useEffect(followUndoKeys, [])
  useEffect(() => {
    if (!said || held || said.kind === 'failed') return
    const leaving = setTimeout(hush, STAYS)
    return () => clearTimeout(leaving)
  }, [said, held, hush])
  return (
    <div
      className="toast-place"
      role={said?.kind === 'failed' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {said ? (
        <div className="toast">
          <p>
            {said.kind === 'failed'
              ? t('undo.failed', { reason: errorText(said.error, t) })
              : t(`undo.${said.kind}`, { text: said.text })}
          </p>
          {said.kind === 'done' ? (
            <Button icon={<Undo2 aria-hidden="true" />} onClick={() => void undo()}>
              {t('undo.undo')}
              <kbd>{t('undo.key')}</kbd>
            </Button>
          ) : null}
          <Button kind="quiet" aria-label={t('close')} icon={<X aria-hidden="true" />} onClick={hush} />
        </div>
      ) : null}
    </div>
  )
}
