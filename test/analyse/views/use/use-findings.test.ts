import { describe, expect, it } from 'vitest'
import { analyse, reportFrom } from '../../../../shared/analyse/analyse.ts'
import { lanesOf } from '../../../../shared/analyse/views/lanes.ts'
import type { Finding } from '../../../../shared/analyse/report.ts'
import { DEFAULT_RULES } from '../../../../shared/analyse/rules.ts'
import type { Device } from '../../../../shared/evidence/kinds/device.ts'
import { NO_EVIDENCE, type Evidence } from '../../../../shared/evidence/evidence.ts'
import type { UsageRecord } from '../../../../shared/evidence/kinds/usage-record.ts'
import { DAY_OF_HOURS, MINUTE } from '../../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../../shared/time/instant.ts'
import { span } from '../../../../shared/time/span.ts'
import { at } from '../../../time/given.ts'
import { evidenceWith, page, row, zoneNamed } from '../../build.ts'

const now = at('2026-06-10T00:00:00Z')
const start = at('2026-06-02T10:00:00Z')

const found = (evidence: Evidence, zone = 'UTC'): readonly Finding[] =>
  reportFrom(evidence, { now, zone: zoneNamed(zone), rules: DEFAULT_RULES }).findings

const ofKind = (findings: readonly Finding[], kind: Finding['kind']) =>
  findings.filter((finding) => finding.kind === kind)

/** A row so many minutes after the start. */
const used = (minutes: number, userAgent: string, details: Partial<UsageRecord> = {}) =>
  row(writeInstant(later(start, minutes * MINUTE)), { userAgent, ...details })

const DAY = DAY_OF_HOURS / MINUTE

describe('clients', () => {
  it('that were upgraded', () => {
    const rows = [used(0, 'KimiCLI/1.9.0'), used(60, 'KimiCLI/1.16.0'), used(90, 'KimiCLI/1.16.0')]
    const findings = found(evidenceWith(page(rows)))
    expect(findings).toMatchObject([
      {
        kind: 'client_upgraded',
        values: { client: { value: 'KimiCLI' }, before: { value: '1.9.0' }, after: { value: '1.16.0' } },
        refs: [rows[0]?.id, rows[1]?.id],
      },
    ])
  })

  it('that were in use in two versions side by side are not called upgraded', () => {
    const rows = [used(0, 'KimiCLI/1.9.0'), used(60, 'KimiCLI/1.16.0'), used(200, 'KimiCLI/1.9.0')]
    expect(found(evidenceWith(page(rows))).map(({ kind }) => kind)).toEqual(['client_versions_mixed'])
  })

  it('that went back to an older version say nothing of an upgrade', () => {
    const rows = [used(0, 'KimiCLI/1.16.0'), used(60, 'KimiCLI/1.9.0')]
    expect(found(evidenceWith(page(rows)))).toEqual([])
  })

  it.each([
    [DAY, 1],
    [DAY - 1, 0], // the history is too young to tell what is new in it
  ])('first seen after %i minutes: %i new', (minutes, count) => {
    const rows = [used(0, 'KimiCLI/1.16.0'), used(minutes, 'Qoder/1.0')]
    expect(ofKind(found(evidenceWith(page(rows))), 'client_new')).toHaveLength(count)
  })

  it('of a history without a zone are told on its wall clock', () => {
    const rows = ['10:00:00', '12:00:00'].map((time, index) =>
      row(`2026/03/02 ${time}`, { userAgent: `KimiCLI/1.1${index}.0` }),
    )
    expect(found(evidenceWith(page(rows)), 'unknown')).toMatchObject([
      { kind: 'client_upgraded', values: { at: { unit: 'wall' } } },
    ])
  })
})

describe('devices', () => {
  const listed = (name: string | null, firstSeen: number, lastSeen: number): Device => ({
    id: `device:${name}`,
    name,
    platform: 'linux',
    clientVersion: null,
    lastActive: null,
    firstSeen: later(start, firstSeen),
    lastSeen: later(start, lastSeen),
    origins: [],
  })
  const evidence = {
    ...NO_EVIDENCE,
    devices: [
      listed('Laptop', 0, 2),
      listed('Phone', 1, 2),
      listed('Old box', 0, 1),
      listed('unknown', 0, 2),
    ],
  }

  it('that came, went, or have no name', () => {
    expect(found(evidence).map(({ kind, values }) => [kind, values['device']?.value])).toEqual([
      ['device_gone', 'Old box'],
      ['device_unnamed', 'unknown'],
      ['device_new', 'Phone'],
    ])
  })

  it('in the only list that was read are neither new nor gone', () => {
    expect(found({ ...NO_EVIDENCE, devices: [listed('Laptop', 0, 0), listed('Phone', 0, 0)] })).toEqual([])
  })

  it('are lanes of their own', () => {
    const analysis = analyse(evidence, { now, zone: zoneNamed('UTC'), rules: DEFAULT_RULES })
    const lanes = lanesOf(analysis, span(start, now), { buckets: 10, clock: 'utc' })
    expect(lanes.devices.map(({ device, isNew, isGone }) => [device.name, isNew, isGone])).toEqual([
      ['Laptop', false, false],
      ['Old box', false, true],
      ['unknown', false, false],
      ['Phone', true, false],
    ])
  })
})

describe('a storm of Login Device rows before a block', () => {
  const storm = (count: number, details: Partial<UsageRecord> = {}) => {
    const rows = Array.from({ length: count }, (_, index) =>
      row(writeInstant(later(start, index * 1000)), { requestId: `storm-${index}`, ...details }),
    )
    const refused = row(writeInstant(later(start, count * 1000)), {
      requestId: 'refused',
      outcome: 'failure',
      status: 429,
    })
    return ofKind(found(evidenceWith(page([...rows, refused]))), 'storm_before_block')
  }

  it('is told, with its size', () => {
    expect(storm(30)).toMatchObject([
      { values: { starts: { value: 30 }, length: { value: 30_000 }, at: { unit: 'instant' } } },
    ])
  })

  it('is none with fewer rows', () => {
    expect(storm(29)).toEqual([])
  })

  it('is none of calls under a key', () => {
    expect(storm(60, { source: { kind: 'api_key', name: 'ci', inferred: false } })).toEqual([])
  })
})
