import { expect, it } from 'vitest'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { HOUR } from '../../shared/time/duration.ts'
import { offsetZone, readZone, UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { at } from '../time/given.ts'

const NOW = at('2026-03-02T16:37:15Z')
const ID = '27d801a6-7d0d-433e-bf1b-4d0b88406e57'
const browserZone = offsetZone(1 * HOUR)

const fromService = {
  at: NOW,
  via: 'page',
  input: 'https://www.kimi.com/code/console',
  source: 'ListUnifiedRequests',
  body: JSON.stringify({
    requests: [
      {
        requestId: ID,
        requestTime: '2026-03-02T15:25:14Z',
        userAgent: 'KimiCLI/1.16.0',
        callType: 'Model Inference',
        success: true,
        httpStatusCode: 200,
      },
    ],
  }),
} as const

const fromTable = {
  ...fromService,
  via: 'table',
  source: 'history_text',
  body: `${ID}\tLogin Device\tKimiCLI/1.16.0\tModel Inference\t2026/03/02 16:25:14\tSuccess`,
  zone: browserZone,
} as const

it('a row that the service sent and the table showed is one record with two origins', () => {
  const options = { zone: UNKNOWN_ZONE } as const
  const service = parseInput(fromService, options).evidence
  const table = parseInput(fromTable, options).evidence
  const { records } = mergeEvidence(service, table)
  expect(records).toHaveLength(1)
  expect(new Set(records[0]?.origins.map(({ capture }) => capture))).toEqual(
    new Set([service.captures[0]?.id, table.captures[0]?.id]),
  )
  expect(records[0]).toMatchObject({ status: 200, outcome: 'success', model: service.records[0]?.model })
  const when = records[0]?.when
  expect(when?.kind === 'span' && when.span.from).toBe(at('2026-03-02T15:25:14Z'))
})

it('a capture that knows its zone is read in it, whatever is assumed for others', () => {
  const [record] = parseInput(fromTable, { zone: readZone('Asia/Tokyo') ?? UNKNOWN_ZONE }).evidence.records
  expect(record?.when.kind === 'span' && record.when.span.from).toBe(at('2026-03-02T15:25:14Z'))
})
