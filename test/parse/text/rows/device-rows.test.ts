import { describe, expect, it } from 'vitest'
import { fixture, outline, paste } from '../../paste.ts'
import { english } from '../../english.ts'

describe('the list of signed-in devices', () => {
  const text = fixture('console/device-list.txt')

  it('reads name, platform, version and last use', () => {
    const read = paste(text, {}, 'Europe/Berlin')
    expect(outline(read)).toEqual(['1-4 device_text'])
    expect(
      read.evidence.devices
        .map(({ name, platform, clientVersion, lastActive }) => [name, platform, clientVersion, lastActive])
        .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    ).toEqual([
      ['notebook', 'darwin', null, Date.UTC(2026, 2, 1, 8)],
      ['unknown', 'unknown', null, null],
      ['workstation', 'linux', '1.16.0', Date.UTC(2026, 2, 2, 15, 20)],
    ])
    expect(read.evidence.rejects).toEqual([])
  })

  it('does not guess when a device was used where the zone is unknown', () => {
    expect(paste(text).evidence.devices.map(({ lastActive }) => lastActive)).toEqual([null, null, null])
  })

  it('refuses a row without name and platform', () => {
    const read = paste('Device\tPlatform\tLast active\n–\t\t2026/03/02 16:20:00')
    expect(read.evidence.rejects.map((reject) => [reject.line, english(reject)])).toEqual([
      [2, 'a device without any name or platform that we know'],
    ])
  })

  it.each(['Device Platform Last active', 'Device\tPlatform', 'my device\tlast active yesterday'])(
    'prose: %s',
    (line) => {
      expect(outline(paste(line))).toEqual(['1-1 prose'])
    },
  )
})

it('of a list of API keys only the names are kept', () => {
  const read = paste(
    'Name\tCreated\tStatus\nlaptop\t2026/02/11 08:46:03\tEnabled\n-\t2026/02/12 09:00:00\tEnabled',
  )
  expect(outline(read)).toEqual(['1-3 key_text'])
  expect(read.evidence.devices).toMatchObject([{ kind: 'api_key', name: 'laptop', lastActive: null }])
  expect(JSON.stringify(read.evidence)).not.toMatch(/2026|Enabled/)
})
