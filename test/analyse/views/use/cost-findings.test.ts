import { expect, it } from 'vitest'
import { costFindings } from '../../../../shared/analyse/views/use/cost-findings.ts'
import { mergeEvidence } from '../../../../shared/evidence/merge.ts'
import { fixture, paste } from '../../../parse/paste.ts'

const FIRST = paste(fixture('console/list-balance-actions.json')).evidence
const oldest = FIRST.costs.find(({ percent }) => percent === 0.14)
const earlier = paste(
  JSON.stringify({
    actions: [{ title: 'Kimi Code', timestamp: '2026-09-22T01:00:00Z', items: [{ amountRatio: 0.001 }] }],
  }),
).evidence

it('says that the list of costs goes on, until the page on which it goes on is there', () => {
  expect(costFindings(FIRST)).toMatchObject([{ kind: 'costs_go_on', refs: [oldest?.id] }])
  expect(costFindings(mergeEvidence(FIRST, earlier))).toEqual([])
  expect(costFindings(earlier)).toEqual([])
})
