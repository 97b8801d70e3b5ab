import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { deviceLanes } from '../../shared/analyse/views/use/device-lanes.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { scrubBody } from '../../shared/parse/scrub/scrub.ts'
import { putEvidence } from '../../shared/store/put-evidence.ts'
import { evidenceOf } from '../../shared/store/read-evidence.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { at } from '../time/given.ts'
import { freshStore } from './fresh-store.ts'

const SERIAL = 'C02XL0GTJGH5'
const DEVICE_ID = 'device-planted-0815'

/** A list of devices as the console gave it at that time, the way of every capture: scrubbed, then parsed. */
function listRead(time: string, ...names: readonly string[]): Evidence {
  const devices = names.map((name) => ({
    id: `${DEVICE_ID}-${name}`,
    name,
    platform: 'linux',
    appVersion: time.slice(0, 10),
    hardwareSerial: SERIAL,
  }))
  const { body } = scrubBody(JSON.stringify({ devices }), 'ListDevices')
  const raw = {
    at: at(time),
    via: 'page',
    input: 'https://www.kimi.com/code/console',
    source: 'ListDevices',
    body,
  } as const
  return parseInput(raw, { zone: UNKNOWN_ZONE }).evidence
}

const MONDAY = listRead('2026-06-01T10:00:00Z', 'workstation', 'notebook')
const TUESDAY = listRead('2026-06-02T10:00:00Z', 'workstation', 'notebook', 'stranger')
const WEDNESDAY = listRead('2026-06-03T10:00:00Z', 'workstation', 'stranger')

const told = ({ devices, captures }: Evidence) =>
  deviceLanes(devices, captures).map(({ device, isNew, isGone }) => [
    device.name,
    device.firstSeen,
    device.lastSeen,
    isNew ? 'new' : isGone ? 'gone' : '',
    device.clientVersion,
  ])

const OVER_TIME = [
  ['notebook', at('2026-06-01T10:00:00Z'), at('2026-06-02T10:00:00Z'), 'gone', '2026-06-02'],
  ['workstation', at('2026-06-01T10:00:00Z'), at('2026-06-03T10:00:00Z'), '', '2026-06-03'],
  ['stranger', at('2026-06-02T10:00:00Z'), at('2026-06-03T10:00:00Z'), 'new', '2026-06-03'],
]

it.each([
  ['in order', [MONDAY, TUESDAY, WEDNESDAY]],
  ['backwards', [WEDNESDAY, TUESDAY, MONDAY]],
  ['the middle last, and twice', [MONDAY, WEDNESDAY, TUESDAY, TUESDAY, MONDAY]],
] as const)('lists read %s: first seen, last seen, new and gone', async (_, lists) => {
  const store = freshStore()
  for (const list of lists) await putEvidence(store, 'me', list)
  expect(told(await evidenceOf(store, 'me'))).toEqual(OVER_TIME)
  expect(told(mergeEvidence(...lists))).toEqual(OVER_TIME)
})

it('keys have a list of their own: it makes no device new or gone, and theirs no key', () => {
  const keysRead = (time: string, ...names: readonly string[]): Evidence => {
    const body = JSON.stringify({
      apiKeys: names.map((name) => ({ name, key: 'sk-ki…abcde', id: DEVICE_ID })),
    })
    const raw = { at: at(time), via: 'page', input: 'x', source: 'ListAPIKeys', body } as const
    return parseInput(raw, { zone: UNKNOWN_ZONE }).evidence
  }
  const lists = [
    keysRead('2026-05-01T10:00:00Z', 'editor'),
    MONDAY,
    keysRead('2026-06-09T10:00:00Z', 'editor', 'laptop'),
  ]
  expect(told(mergeEvidence(...lists))).toEqual([
    ['notebook', at('2026-06-01T10:00:00Z'), at('2026-06-01T10:00:00Z'), '', '2026-06-01'],
    ['workstation', at('2026-06-01T10:00:00Z'), at('2026-06-01T10:00:00Z'), '', '2026-06-01'],
    ['editor', at('2026-05-01T10:00:00Z'), at('2026-06-09T10:00:00Z'), '', null],
    ['laptop', at('2026-06-09T10:00:00Z'), at('2026-06-09T10:00:00Z'), 'new', null],
  ])
  const { findings } = reportFrom(mergeEvidence(...lists), {
    now: at('2026-06-10T00:00:00Z'),
    zone: UNKNOWN_ZONE,
    rules: DEFAULT_RULES,
  })
  expect(findings.filter(({ kind }) => kind.startsWith('device_'))).toEqual([])
})

it('an empty list is a list: then all are gone', async () => {
  const store = freshStore()
  for (const list of [MONDAY, listRead('2026-06-02T10:00:00Z')]) await putEvidence(store, 'me', list)
  expect(told(await evidenceOf(store, 'me')).map(([name, , , change]) => [name, change])).toEqual([
    ['notebook', 'gone'],
    ['workstation', 'gone'],
  ])
})

it('a field that nobody knows is counted by its name, and its value is nowhere', async () => {
  const store = freshStore()
  for (const list of [MONDAY, TUESDAY]) await putEvidence(store, 'me', list)
  const kept = await evidenceOf(store, 'me')
  expect(kept.unknownFields).toContainEqual({
    source: 'ListDevices',
    path: 'devices[].hardwareSerial',
    count: 3,
  })
  expect(JSON.stringify(kept)).not.toContain(SERIAL)
  expect(JSON.stringify(kept)).not.toContain(DEVICE_ID)
})
