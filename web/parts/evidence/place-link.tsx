import type { AnchorHTMLAttributes } from 'react'
import type { Place } from '../../state/place.ts'
import { hrefOf, usePlace } from '../../state/use-place.ts'

interface PlaceLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: Partial<Place>
}

/** A link to another place of the console: a real address, so it can be copied and opened in a new tab. */
export function PlaceLink({ to, children, ...rest }: PlaceLinkProps) {
  const here = usePlace()
  return (
    <a href={hrefOf(here, to)} {...rest}>
      {children}
    </a>
  )
}
