import { viewsFor, type GridViews } from '../grid-views.ts'
import { judgeByView, type OpenCase } from '../judge-by-view.ts'
import { cutByKind } from './cut-by-kind.ts'
import { endedByReset } from './cut-at-resets.ts'
import type { JudgedPart } from './merge-parts.ts'

/**
 * Judges a block in parts: a list for each stretch in which refusals say the same, with the pieces that resets make of it.
 * As a rule it is one of one.
 */
export function judgeParts(subject: OpenCase, views: GridViews): readonly (readonly JudgedPart[])[] {
  return cutByKind(subject.block, subject.successes, subject.rules).map((part, index, parts) => {
    const [view, ...others] = viewsFor(views, part.span)
    const isEnded = index < parts.length - 1 && view !== undefined && others.length === 0
    return judgeByView({ ...subject, block: isEnded ? endedByReset(part, view.grid) : part }, views)
  })
}
