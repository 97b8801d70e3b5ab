import { useId } from 'react'
import type { ReadSummary } from '../../../data/intake/jobs.ts'
import { useText } from '../../../locales/use-text.ts'
import { Button } from '../../../parts/button.tsx'
import { isRecognised, piecesOfEvidence } from '../staged.ts'

interface KeepButtonProps {
  /** The inputs that have been read so far. */
  readonly read: readonly ReadSummary[]
  /** Others are still being read. */
  readonly pending: boolean
  readonly busy: boolean
  readonly onKeep: () => void
}

/**
 * Keeps what was read. Where there is nothing to keep it stays where it was and can be reached, so that whoever comes to
 * it is told why it does nothing and what to do.
 */
export function KeepButton({ read, pending, busy, onKeep }: KeepButtonProps) {
  const t = useText()
  const id = useId()
  const count = read.reduce((sum, summary) => sum + piecesOfEvidence(summary), 0)
  const isNothing = !read.some(isRecognised)
  const label = () => {
    if (busy) return t('bringIn.keeping')
    if (isNothing) return t(pending ? 'bringIn.stillReading' : 'bringIn.keepNothing')
    return count === 0 ? t('bringIn.keepRest') : t('bringIn.keep', { count })
  }
  return (
    <div className="keep">
      <Button
        kind="primary"
        disabled={busy || pending}
        aria-disabled={isNothing || undefined}
        aria-describedby={id}
        onClick={() => {
          if (!isNothing) onKeep()
        }}
      >
        {label()}
      </Button>
      <p id={id} className="field-hint" aria-live="polite">
        {t(isNothing && !pending ? 'bringIn.keepNothingHint' : 'bringIn.keepHint')}
      </p>
    </div>
  )
}
