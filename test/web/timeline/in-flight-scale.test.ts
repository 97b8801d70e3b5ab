import { expect, it } from 'vitest'
import { span } from '../../../shared/time/span.ts'
import { inFlightScale } from '../../../web/pages/timeline/requests/in-flight-scale.ts'

const band = (...bounds: readonly (readonly [lower: number, upper: number])[]) =>
  bounds.map(([lower, upper], n) => ({ span: span(n, n + 1), lower, upper }))

it.each([
  ['nothing', band(), null, 1, false],
  ['no cap: all of it', band([1, 40], [2, 593]), null, 593, false],
  ['all of it below four times the cap', band([3, 12]), 30, 30, false],
  ['a bound far above the cap is cut off', band([3, 593]), 30, 120, true],
  ['but the least never is', band([200, 593]), 30, 250, true],
] as const)('%s', (_name, each, cap, top, cut) => {
  expect(inFlightScale(each, cap)).toEqual({ top, cut })
})
