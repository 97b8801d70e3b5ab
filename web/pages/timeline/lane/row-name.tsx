import type { ReactNode } from 'react'
import './row-name.css'

/** The name of one row of a lane where there is no column of names beside it: above the row, instead of in the lane's note. */
export function RowName({ children }: { readonly children: ReactNode }) {
  return <span className="row-name">{children}</span>
}
