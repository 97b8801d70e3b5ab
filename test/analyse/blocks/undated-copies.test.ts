import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { undatedErrors } from '../../../shared/analyse/blocks/undated-errors.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, page, refusal, row, zoneNamed } from '../build.ts'

// Silent from 12:00 to 12:40, looked at all the time.
const today = (clock: string) => `2026-06-02T${clock}:00Z`
const rows = page([row(today('11:40')), ...['11:50', '12:00', '12:40'].map((clock) => row(today(clock)))])
const SAID = 'The engine is currently overloaded, please try again later'
const undated = (message: string) => refusal('overloaded', null, { message })
const dated = (message: string) => refusal('overloaded', today('09:00'), { message })

describe('an undated text and a silence', () => {
  it.each([
    ['alone: it points at it', [undated(SAID)], ['suspected']],
    ['the same is dated: it is that one', [undated(SAID), dated(SAID)], ['error_text']],
    ['written otherwise', [undated(`"${SAID.toUpperCase()}."`), dated(SAID)], ['error_text']],
    ['cut short', [undated('The engine is currently overloaded ...'), dated(SAID)], ['error_text']],
    ['in the words of a client', [undated(SAID), dated(`LLM provider error: ${SAID}`)], ['error_text']],
    ['another is dated', [undated(SAID), dated('Service Unavailable')], ['error_text', 'suspected']],
    ['a word that is part of many', [undated('overloaded'), dated(SAID)], ['error_text', 'suspected']],
  ] as const)('%s', (_, errors, grades) => {
    const { incidents } = reportFrom(evidenceWith(rows, { errors }), {
      now: at(today('16:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    expect(incidents.map(({ block }) => block.grade)).toEqual(grades)
  })
})

/* When each was compared with each, these took minutes. */
it('tells eight thousand undated texts from as many dated ones', () => {
  const errors = Array.from({ length: 8_000 }, (_, n) => [
    undated(`upstream ${n} of the engine is overloaded, try again later`),
    dated(`upstream ${n} of another engine is overloaded, try again later`),
  ]).flat()
  expect(undatedErrors({ errors })).toHaveLength(8_000)
})
