import { expect, it } from 'vitest'
import { parseJsonValue, readFixture } from '../given-json.ts'
import { at } from '../../time/given.ts'

it('reads the fixture: allow-listed fields, no ids, new names counted', () => {
  const { devices, unknownFields, rejects } = parseJsonValue(
    JSON.parse(readFixture('console/list-devices.json')),
    '2026-03-07T16:00:00Z',
  )
  expect(devices).toMatchObject([
    {
      name: 'work laptop',
      platform: 'kimi-cli',
      clientVersion: '1.16.0',
      lastActive: at('2026-03-07T15:20:45.248Z'),
      firstSeen: at('2026-03-07T16:00:00Z'),
    },
    { name: null, platform: 'unknown', lastActive: null },
  ])
  expect(unknownFields).toEqual([{ source: 'ListDevices', path: 'devices[].hardwareSerial', count: 1 }])
  expect(rejects).toEqual([])
  expect(JSON.stringify(devices)).not.toMatch(/3f0d6f8e|C02XL0/)
})

it.each<[object, string | null, string | null]>([
  [{ device_name: 'a', os: 'linux' }, 'a', 'linux'],
  [{ displayName: 'a', deviceType: 'cli' }, 'a', 'cli'],
  [{ name: ' ', type: 'web' }, null, 'web'],
])('%j', (device, name, platform) => {
  expect(parseJsonValue({ devices: [device] }).devices).toMatchObject([{ name, platform }])
})

it('the same device has the same id in any list', () => {
  const [a] = parseJsonValue({ devices: [{ name: 'a', platform: 'cli', id: 1 }] }).devices
  const [b] = parseJsonValue({ devices: [{ id: 2, os: 'cli', deviceName: 'a', version: '2' }] }).devices
  expect(a?.id).toBe(b?.id)
})

it('a device that says nothing is refused, values unseen', () => {
  const { devices, rejects } = parseJsonValue({ devices: [{ id: 'secret-id', serial: 'secret-7' }, 'text'] })
  expect(devices).toEqual([])
  expect(new Set(rejects.map(({ path }) => path))).toEqual(new Set(['$.devices[0]', '$.devices[1]']))
  expect(JSON.stringify(rejects)).not.toMatch(/secret/)
})

it('unreadable times are no times', () => {
  const [device] = parseJsonValue({ devices: [{ name: 'a', lastActiveTime: 'yesterday' }] }).devices
  expect(device?.lastActive).toBeNull()
})
