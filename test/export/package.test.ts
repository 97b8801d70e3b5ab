import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writePackage } from '../../shared/export/write-package.ts'
import { seedEvidence, zoneNamed } from '../analyse/build.ts'
import { at } from '../time/given.ts'

const evidence = seedEvidence('+01:00')
const options = { now: at('2026-03-09T00:00:00Z'), zone: zoneNamed('+01:00'), rules: DEFAULT_RULES }
const analysis = analyse(evidence, options)
const packed = () => writePackage(analysis, { language: 'en', masked: false })
const files = unzipSync(packed().zip)

it('holds what support asks for, each with its SHA-256', () => {
  expect(Object.keys(files)).toEqual([
    'manifest.json',
    'report.md',
    'report.html',
    'timeline-1.svg',
    'timeline-2.svg',
    'history.csv',
    'calendar.ics',
    'evidence.json',
  ])
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  expect(manifest).toMatchObject({
    schema: 'quotascope/package@1',
    writtenAt: '2026-03-09T00:00:00Z',
    zone: '+01:00',
    masked: false,
  })
  const hashes = Object.entries(files)
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, bytes]) => [
      name,
      { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ])
  expect(manifest.files).toEqual(Object.fromEntries(hashes))
})

it('gives the same Report when its evidence is read back', () => {
  const read = readBundle(strFromU8(files['evidence.json'] ?? new Uint8Array()))
  expect(read.ok && analyse(read.evidence, options).report).toEqual(analysis.report)
})

it('is the same bytes each time, in whatever zone the machine stands', () => {
  const before = process.env['TZ']
  process.env['TZ'] = 'Asia/Kathmandu'
  const there = packed().zip
  process.env['TZ'] = 'America/Los_Angeles'
  const here = packed().zip
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
  expect(there).toEqual(here)
})
