import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import type { Span } from '../../../../shared/time/span.ts'
import { asSpan } from '../view/view.ts'
import { createStage, type Stage } from './stage.ts'

/**
 * A stage over what the address says is in sight: it goes where the address goes, and when a gesture has come to rest
 * the address is told. `root` carries `data-moving` meanwhile, so that styles can take away what would only flicker.
 */
export function useStage(
  range: Span,
  onSettle: (range: Span) => void,
  root: RefObject<HTMLElement | null>,
): Stage {
  const [stage] = useState(() => createStage(range))
  useEffect(() => stage.whenSettled((view) => onSettle(asSpan(view))), [stage, onSettle])
  useEffect(
    () => stage.whenMoving((moving) => root.current?.toggleAttribute('data-moving', moving)),
    [stage, root],
  )
  const { from, to } = range
  useLayoutEffect(() => stage.place({ from, to }), [stage, from, to])
  useEffect(() => () => stage.stop(), [stage])
  return stage
}
