import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import type { Random } from '../random.ts'
import type { Scenario, Trouble } from '../world/scenario.ts'
import { windowSpan } from '../world/terms.ts'
import { SERVER_ERRORS } from '../world/wording.ts'
import type { Difficulty } from './difficulty.ts'

/** When the cause that a run is meant for lets go, as far as that is decided before it begins. */
function endOfAim({ aim, terms, troubles, focus }: Scenario, random: Random): number {
  const window = terms[0].windows.find(({ kind }) => aim === `quota_${kind}`)
  if (window) return windowSpan(window, focus).to
  return troubles.find(({ cause }) => cause === aim)?.to ?? focus + random.between(MINUTE, 10 * MINUTE)
}

/** A second cause takes over from the first one, with no success between them, and people who insist. */
const parts: Difficulty = {
  name: 'parts',
  scenario: (scenario, random) => {
    const end = endOfAim(scenario, random)
    const other = random.chance(0.5) ? 'platform' : 'account'
    const cause = scenario.aim !== other ? other : other === 'platform' ? 'account' : 'platform'
    const next: Trouble = {
      cause,
      from: end - random.skewed(2 * MINUTE, 40 * MINUTE),
      to: end + random.skewed(5 * MINUTE, 3 * HOUR),
      share: 1,
    }
    return {
      ...scenario,
      troubles: [...scenario.troubles, next],
      sessions: scenario.sessions.map((session) => ({
        ...session,
        patience: 'insists',
        to: Math.max(session.to, end),
      })),
      end: Math.max(scenario.end, next.to + HOUR),
    }
  },
}

/** Rows of 5xx, while a meter is full that extra usage pays for; no text is kept. */
const serverErrors: Difficulty = {
  name: 'server_errors',
  scenario: (scenario, random) => {
    const [first, ...later] = scenario.terms
    const spent = random.pick(['5h', '7d', 'month'])
    const windows = first.windows.map((window) =>
      window.kind === spent ? { ...window, usedAtStart: 100, costPerCall: window.costPerCall + 1 } : window,
    )
    const from = scenario.focus
    return {
      ...scenario,
      wordings: { ...scenario.wordings, platform: random.pick(SERVER_ERRORS) },
      terms: [{ ...first, windows }, ...later],
      wallet: { from: 1, to: Number.MAX_SAFE_INTEGER, saysEmpty: false },
      troubles: [
        {
          cause: 'platform',
          from,
          to: from + random.skewed(3 * MINUTE, 2 * HOUR),
          share: random.between(0.6, 1),
        },
      ],
    }
  },
  observer: (observer, _, random) => ({
    ...observer,
    clock: 'utc',
    refusedRows: 'all',
    errors: 'none',
    metersEvery: 5 * MINUTE,
    walletShown: random.chance(0.5),
  }),
}

export const CAUSE_DIFFICULTIES: readonly Difficulty[] = [parts, serverErrors]
