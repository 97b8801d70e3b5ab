import * as fc from 'fast-check'
import { NO_EVIDENCE, type Evidence } from '../../shared/evidence/evidence.ts'
import { evidenceId, type EvidenceKind } from '../../shared/evidence/id.ts'
import { whenOfLocal } from '../../shared/evidence/local-time.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { recordId, type UsageRecord } from '../../shared/evidence/kinds/usage-record.ts'
import { UNDATED, type When } from '../../shared/evidence/when.ts'
import { instant } from '../../shared/time/instant.ts'
import { span } from '../../shared/time/span.ts'
import { wallTime } from '../../shared/time/wall.ts'
import { seedEvidence } from '../analyse/build.ts'
import { zone } from '../time/given.ts'

/** Names and texts that must not be in a masked export. `planted` is part of each. */
export const PLANTED = {
  requestId: 'bef2fd2b-85dc-4958-9152-02d98e7d7a5b',
  keyName: 'planted key of Anna',
  deviceName: 'planted 安娜的笔记本',
  listedKey: 'planted key that made no row',
  input: 'planted-log-of-anna.txt',
  note: 'planted key of Anna was in use on planted 安娜的笔记本, see /home/anna/secret and anna@example.org',
} as const

const id = (kind: EvidenceKind, n = 0) => evidenceId(kind, 'test', n)
const capture = id('capture')
const origins = [{ capture, at: 'line 1' }]
const second: When = { kind: 'span', span: span(1_772_464_737_000, 1_772_464_738_000) }

const row: Omit<UsageRecord, 'id'> = {
  requestId: PLANTED.requestId,
  when: second,
  source: { kind: 'api_key', name: PLANTED.keyName, inferred: false },
  userAgent: 'Qoder/1.0',
  callType: 'Model Inference',
  model: 'kimi-for-coding',
  status: 403,
  outcome: 'failure',
  statusText: null,
  origins,
}

/** One piece of every kind, each with something that tells who it is of. */
export function telltaleEvidence(): Evidence {
  return mergeEvidence(seedEvidence(), {
    ...NO_EVIDENCE,
    records: [{ ...row, id: recordId(row, 0) }],
    errors: [
      {
        id: id('error'),
        when: second,
        errorClass: 'window_5h',
        status: 403,
        type: null,
        message: `You've reached your 5-hour usage limit (${PLANTED.requestId})`,
        attempts: null,
        readWith: null,
        origins,
      },
    ],
    calls: [
      {
        id: id('call'),
        when: second,
        timeIs: 'start',
        durationMs: 6_100,
        outcome: 'success',
        client: 'kimi-code',
        agent: 'main',
        subagent: false,
        model: null,
        inputTokens: 10,
        outputTokens: 5,
        origins,
      },
    ],
    costs: [
      {
        id: id('cost'),
        when: second,
        product: 'Kimi Code',
        percent: 0.14,
        below: false,
        resolution: 0.01,
        origins,
      },
    ],
    devices: [
      {
        id: id('device'),
        name: PLANTED.deviceName,
        platform: 'linux',
        clientVersion: '0.14.0',
        lastActive: instant(1_772_464_737_000),
        firstSeen: null,
        lastSeen: null,
        origins,
      },
      {
        id: id('device', 1),
        kind: 'api_key',
        name: PLANTED.listedKey,
        platform: null,
        clientVersion: null,
        lastActive: null,
        firstSeen: null,
        lastSeen: null,
        origins,
      },
    ],
    marks: [{ id: id('mark'), when: second, kind: 'note', text: PLANTED.note }],
    annotations: (['note', 'tag', 'claim'] as const).map((kind) => ({
      id: evidenceId('annotation', 'test', kind),
      anchor: recordId(row, 0),
      when: second,
      kind,
      text: PLANTED.note,
      writtenAt: instant(1_772_464_737_000),
    })),
    captures: [
      {
        id: capture,
        at: null,
        via: 'file',
        input: PLANTED.input,
        source: 'history_text',
        rows: 1,
        newest: second,
        oldest: second,
        recordIds: [recordId(row, 0)],
      },
    ],
    rejects: [
      {
        id: id('reject'),
        input: PLANTED.input,
        capture,
        line: 3,
        path: null,
        reason: { code: 'text', values: { text: 'no time in this line' } },
        excerpt: `said ${PLANTED.keyName}`,
      },
    ],
    unknownFields: [{ source: 'usages', path: '$.fresh', count: 2 }],
  })
}

const times = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 })
const whens: fc.Arbitrary<When> = fc.oneof(
  times.map((from): When => ({ kind: 'span', span: span(from, from + 1000) })),
  times.map((wall) => whenOfLocal(`at ${wall}`, wallTime(wall), 1000, 'unknown')),
  times.map((wall) => whenOfLocal(`at ${wall}`, wallTime(wall), 1000, zone('Europe/Berlin'))),
  fc.constant(UNDATED),
)
const names = fc.option(fc.string({ maxLength: 12 }))

const records: fc.Arbitrary<UsageRecord> = fc
  .record({
    requestId: fc.option(fc.oneof(fc.uuid(), fc.string({ maxLength: 20 }))),
    when: whens,
    source: fc.record({
      kind: fc.constantFrom('login_device', 'api_key', 'unknown'),
      name: names,
      inferred: fc.boolean(),
    }),
    userAgent: names,
    callType: names,
    model: names,
    status: fc.option(fc.integer({ min: 100, max: 599 })),
    outcome: fc.constantFrom('success', 'failure', 'unknown'),
    statusText: names,
    origins: fc.constant(origins),
  })
  .map((each) => ({ ...each, id: recordId(each, 0) }))

/** Any rows and marks beside one piece of every other kind. */
export const someEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    records: fc.array(records, { maxLength: 8 }),
    marks: fc.array(
      fc.record({
        id: fc.nat(20).map((n) => id('mark', n)),
        when: whens,
        kind: fc.constantFrom('blocked', 'subagents', 'note'),
        text: fc.string(),
      }),
      { maxLength: 4 },
    ),
    annotations: fc.array(
      fc.record({
        id: fc.nat(20).map((n) => id('annotation', n)),
        anchor: fc.nat(20).map((n) => id('mark', n)),
        when: whens,
        kind: fc.constantFrom('note', 'tag', 'claim'),
        text: fc.string(),
        writtenAt: times.map((ms) => instant(ms)),
      }),
      { maxLength: 4 },
    ),
  })
  .map((some) => mergeEvidence(telltaleEvidence(), { ...NO_EVIDENCE, ...some }))
