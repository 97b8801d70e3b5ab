import type { ReactNode } from 'react'
import { PlaceLink } from '../../../parts/evidence/place-link.tsx'
import { openFold, type Fold } from './open-fold.ts'

interface FoldLinkProps {
  readonly fold: Fold
  readonly children: ReactNode
}

/** A link to what is folded on this page. Pressed again it opens again, although the address stays as it is. */
export function FoldLink({ fold, children }: FoldLinkProps) {
  return (
    <PlaceLink to={{ part: fold }} onClick={() => openFold(fold)}>
      {children}
    </PlaceLink>
  )
}
