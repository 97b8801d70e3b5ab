import { expect, it } from 'vitest'
import { mergeRecords } from '../../shared/evidence/merge-records.ts'
import type { UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'

const seen = (told: Pick<UsageRecord, 'model' | 'status' | 'outcome'>): UsageRecord => ({
  id: 'record:1',
  requestId: null,
  when: { kind: 'undated' },
  source: { kind: 'login_device', name: null, inferred: false },
  userAgent: 'KimiCLI/1.16.0',
  callType: null,
  statusText: null,
  origins: [],
  ...told,
})

it('takes a refusal for how a request ended, in whatever order its sightings come', () => {
  const half = seen({ model: 'k2', status: null, outcome: 'unknown' })
  const served = seen({ model: null, status: 200, outcome: 'success' })
  const refused = seen({ model: 'k2', status: 429, outcome: 'failure' })
  for (const merged of [
    mergeRecords([half, served, refused]),
    mergeRecords([half], mergeRecords([served, refused])),
    mergeRecords(mergeRecords([half, served]), [refused]),
    mergeRecords([refused, half], [served]),
  ])
    expect(merged).toEqual([refused])
})
