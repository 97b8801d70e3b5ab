import { instant, readInstant, writeInstant, type Instant } from '../../shared/time/instant.ts'
import type { Scenario } from './scenario.ts'

/** The same scenario as if it happened so that its page's clock stood at `now`: every time in it moves by as much. */
export function movedTo(scenario: Scenario, now: Instant): Scenario {
  const stood = scenario.now === null ? null : readInstant(scenario.now)
  if (stood === null) throw new Error('a scenario whose clock stands nowhere cannot be moved')
  const move = (text: string) => {
    const at = readInstant(text)
    return at === null ? text : writeInstant(instant(at + now - stood))
  }
  const moved: Scenario = JSON.parse(JSON.stringify(scenario), (_, value: unknown) =>
    typeof value === 'string' ? move(value) : value,
  )
  return { ...moved, now: null }
}
