import { LONGEST, SHORTEST, type View } from '../view/view.ts'

/** The view with one edge at a moment, the other where it was; never shorter or longer than a view may be. */
export function moveEdge(view: View, edge: 'from' | 'to', at: number): View {
  return edge === 'from'
    ? { from: Math.max(view.to - LONGEST, Math.min(at, view.to - SHORTEST)), to: view.to }
    : { from: view.from, to: Math.min(view.from + LONGEST, Math.max(at, view.from + SHORTEST)) }
}

/** The view between two moments, whichever comes first. */
export function viewBetween(a: number, b: number): View {
  const [from, to] = a < b ? [a, b] : [b, a]
  const middle = (from + to) / 2
  const half = Math.min(LONGEST, Math.max(SHORTEST, to - from)) / 2
  return { from: middle - half, to: middle + half }
}
