import { expect, it } from 'vitest'
import { reportFrom } from '../../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../../shared/analyse/rules.ts'
import { at } from '../../time/given.ts'
import { evidenceWith, meter, page, row, snapshot, zoneNamed } from '../build.ts'

const today = (clock: string) => `2026-06-02T${clock}:00Z`
const failed = (clock: string, status: number) =>
  row(today(clock), { outcome: 'failure', status, statusText: null })
const before = [row(today('11:40')), row(today('11:55')), failed('12:00', 500), failed('12:04', 500)]
const capped = {
  snapshots: [snapshot(today('13:40'), [meter('5h', 20, today('15:00'))], { cap: 20 })],
}

/** What is said of concurrency in each part, where the second page shows only the last of what came after 12:38. */
function judged(...after: ReturnType<typeof row>[]) {
  const early = page(before, at(today('12:40')))
  const verdicts = [[...before, ...after], after].map((rows) => {
    const { incidents } = reportFrom(evidenceWith(early, page(rows, at(today('13:40'))), capped), {
      now: at(today('14:00')),
      zone: zoneNamed('UTC'),
      rules: DEFAULT_RULES,
    })
    return incidents.flatMap(({ parts }) =>
      parts.map((part) => part.verdicts.find(({ cause }) => cause === 'concurrency')?.verdict),
    )
  })
  return { whole: verdicts[0], holed: verdicts[1] }
}

// what was refused in the hole, and stands on neither page, may have been too many at once
it('rule concurrency out only where nothing was missed until service was back', () => {
  expect(judged(row(today('13:30')))).toEqual({ whole: ['contradicted'], holed: ['undecidable'] })
})

it('or until the next part began', () => {
  const next = [failed('13:28', 403), failed('13:29', 403), failed('13:32', 403)]
  const { whole, holed } = judged(...next, row(today('13:33')))
  expect(whole?.[0]).toBe('contradicted')
  expect(holed?.[0]).not.toBe('contradicted')
})
