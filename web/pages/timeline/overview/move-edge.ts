import { LONGEST, SHORTEST, type View } from '../view/view.ts'

/** The view with one edge at a moment, the other where it was; never shorter or longer than a view may be. */
export function moveEdge(view: View, edge: 'from' | 'to', at: number): View {
  return edge === 'from'
    ? { from: Math.max(view.to - LONGEST, Math.min(at, view.to - SHORTEST)), to: view.to }
    : { from: view.from, to: Math.min(view.from + LONGEST, Math.max(at, view.from + SHORTEST)) }
}
