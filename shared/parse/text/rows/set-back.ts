import type { SetBack } from '../../../evidence/when.ts'
import { HOUR, MINUTE } from '../../../time/duration.ts'
import type { WallTime } from '../../../time/wall.ts'

/**
 * On which side of a clock that was put back each row of a page lies, newest first; null where the page does not say. Its rows
 * are in the order in which they came, so a step back of the wall clock shows where that was:
 *
 *     02:57  02:59 │ 02:00  02:10  …  03:45      read upwards
 *          before  │  after
 *
 * Rows more than two hours from the step are of no hour that came twice. Seconds out of turn are no step, and of two steps
 * nobody knows which it was.
 */
export function setBacksIn(walls: readonly WallTime[]): readonly (SetBack | null)[] {
  const steps = walls.flatMap((wall, index) => {
    const older = walls[index + 1]
    return older !== undefined && older - wall >= LEAST_STEP ? [index] : []
  })
  const [after, another] = steps
  const edge = after === undefined ? undefined : walls[after]
  if (after === undefined || edge === undefined || another !== undefined) return walls.map(() => null)
  return walls.map((wall, index) => {
    if (Math.abs(wall - edge) > REACH) return null
    return index <= after ? 'after' : 'before'
  })
}

const LEAST_STEP = MINUTE
const REACH = 2 * HOUR
