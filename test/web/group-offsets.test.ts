import { expect, it } from 'vitest'
import type { CauseVerdict, Verdict } from '../../shared/analyse/report.ts'
import { groupOffsets } from '../../web/pages/incidents/offsets/group-offsets.ts'

const verdictOn = (cause: CauseVerdict['cause'], byOffset: Record<string, Verdict> | null): CauseVerdict => ({
  cause,
  verdict: 'undecidable',
  facts: [],
  byOffset,
  offsetsExcluded: [],
})

it('puts offsets of one verdict together, west to east, the smaller group first', () => {
  const { differing } = groupOffsets([
    verdictOn('quota_5h', {
      '+05:45': 'contradicted',
      '-03:30': 'contradicted',
      '+02:00': 'consistent',
      '-12:00': 'contradicted',
    }),
  ])
  expect(differing).toEqual([
    {
      cause: 'quota_5h',
      groups: [
        { verdict: 'consistent', offsets: ['+02:00'] },
        { verdict: 'contradicted', offsets: ['-12:00', '-03:30', '+05:45'] },
      ],
    },
  ])
})

it.each([
  ['hinges on no offset', { '+01:00': 'contradicted', '+02:00': 'contradicted' } as const],
  ['has no offsets, its zone being known', null],
])('leaves out a cause whose verdict %s', (_name, byOffset) => {
  expect(groupOffsets([verdictOn('quota_7d', byOffset)]).differing).toEqual([])
})
