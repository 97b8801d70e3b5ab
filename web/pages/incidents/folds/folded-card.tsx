import { ChevronRight } from 'lucide-react'
import { useEffect, useId, type ReactNode } from 'react'
import { usePlace } from '../../../state/use-place.ts'
import { idOfFold, openFold, type Fold } from './open-fold.ts'
import './folded-card.css'

interface FoldedCardProps {
  readonly fold: Fold
  readonly title: string
  /** What is in it, in one line; read without opening it. */
  readonly note?: ReactNode
  readonly flush?: boolean
  readonly onToggle?: (open: boolean) => void
  readonly children: ReactNode
}

/**
 * A card that begins closed, so that the answer is read before what it rests on. A link whose address names its fold opens
 * it; nothing else remembers whether it is open. On paper all of it is there.
 */
export function FoldedCard({ fold, title, note, flush = false, onToggle, children }: FoldedCardProps) {
  const id = useId()
  const asked = usePlace(({ part }) => part === fold)
  useEffect(() => {
    if (asked) openFold(fold)
  }, [asked, fold])
  return (
    <section className="card" aria-labelledby={id}>
      <details
        id={idOfFold(fold)}
        className={flush ? 'folded-card folded-card-flush' : 'folded-card'}
        onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}
      >
        <summary>
          <ChevronRight aria-hidden="true" />
          <h2 id={id}>{title}</h2>
          {note ? <span className="card-note">{note}</span> : null}
        </summary>
        <div className="card-body">{children}</div>
      </details>
    </section>
  )
}
