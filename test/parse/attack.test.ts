import { describe, expect, it } from 'vitest'
import { readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writeBundle } from '../../shared/export/bundle/write-bundle.ts'
import type { RawCapture } from '../../shared/evidence/kinds/capture.ts'
import { LONGEST_TEXT } from '../../shared/evidence/longest-text.ts'
import { joinPieces, parseInput } from '../../shared/parse/parse-input.ts'
import { instant } from '../../shared/time/instant.ts'
import { UNKNOWN_ZONE } from '../../shared/time/zone.ts'
import { fixture } from './paste.ts'
import { english } from './english.ts'

const parse = (body: string, source: RawCapture['source'] = null) =>
  parseInput({ at: null, via: 'file', input: 'a.json', source, body }, { zone: UNKNOWN_ZONE })

const reasons = (body: string) => parse(body).evidence.rejects.map(english)

describe('answers that once held up whoever read them', () => {
  it('a list with ten thousand parts of the wrong kind is told of once', () => {
    const { rejects } = parse(fixture('attack/hang.json')).evidence
    expect(rejects).toHaveLength(51)
    expect(rejects.map(english).join()).toMatch(/\d+ more parts of the wrong kind/)
  })

  it.each([
    ['quotas', `{"usages":[{"scope":"FEATURE_CODING","limits":[${'1,'.repeat(30_000)}1]}]}`],
    ['rows', `{"requests":[{"requestTime":"2026-03-02T15:22:28Z"},${'"x",'.repeat(30_000)}1]}`],
    ['keys', `{"apiKeys":[{"name":"a"},${'[],'.repeat(30_000)}1]}`],
    [
      'actions',
      `{"actions":[{"id":"a","timestamp":"2026-09-22T01:08:31Z","items":[{"amountRatio":0.1}]},${'1,'.repeat(30_000)}1]}`,
    ],
  ])('%s: all is told, and little of it one by one', (_, body) => {
    expect(parse(body).evidence.rejects.length).toBeGreaterThan(0)
    expect(parse(body).evidence.rejects.length).toBeLessThan(30_100)
  })

  it('a million parts of the wrong kind are one', () => {
    const body = `{"usages":[{"scope":"FEATURE_CODING","limits":[${'1,'.repeat(1_000_000)}1]}]}`
    expect(reasons(body)).toEqual(['too many parts of the wrong kind'])
  })

  it.each(['for example', '例如：', 'e.g.'])(
    'rows of an example of %s that is long stay examples',
    (label) => {
      const rows = Array.from(
        { length: 1_500 },
        (_, n) =>
          `Login Device | KimiCLI/1.16.0 | Model Inference | 2026-03-02 ${String(10 + Math.floor(n / 3600)).padStart(2, '0')}:${String(Math.floor(n / 60) % 60).padStart(2, '0')}:${String(n % 60).padStart(2, '0')} | Success`,
      )
      const text = rows.join('\n')
      expect(parse(text).evidence.records).toHaveLength(1_500)
      expect(parse(`${label}\n${text}`).evidence.records).toEqual([])
    },
  )

  const many = (list: string, item: (n: number) => object) =>
    JSON.stringify({ [list]: Array.from({ length: 8_000 }, (_, n) => item(n)) })
  it.each([
    ['keys', fixture('attack/hang-keys.json')],
    ['keys that are two', many('apiKeys', (n) => ({ name: 'a', maskedKey: `sk-${n % 2}` }))],
    ['devices', many('devices', () => ({ deviceName: 'Laptop' }))],
    [
      'devices seen at many times',
      many('devices', (n) => ({
        deviceName: 'Laptop',
        lastActiveTime: `2026-03-02T15:22:${10 + (n % 50)}Z`,
      })),
    ],
  ])('eight thousand %s of one name are one', (_, body) => {
    expect(parse(body).evidence.devices).toHaveLength(1)
  })

  it.each([
    ['as they were found', fixture('attack/comments.txt')],
    ['of two lines each', '/* [\n */ {\n'.repeat(5_000)],
    ['of a shell', '# [{\n'.repeat(5_000)],
    ['of a page', '<!-- { -->\n'.repeat(5_000)],
  ])('brackets in comments are no JSON: %s', (_, text) => {
    expect(parse(text).evidence.rejects).toEqual([])
  })
})

it('more pieces than a function takes arguments are joined', () => {
  const pieces = Array.from({ length: 600_000 }, () => ({}))
  expect(joinPieces(pieces).errors).toEqual([])
})

describe('what is nested too deep is one Reject', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

  it.each([
    ['a capture', fixture('attack/deep-capture.json')],
    ['a list of captures', `[{"at":"2026-03-02T00:00:00Z","source":"usages","body":${nested(100_000)}}]`],
    ['a body', `{"usage":${nested(100_000)}}`],
    [
      'a body as the text of a capture',
      JSON.stringify({ source: 'usages', at: null, body: `{"usage":${nested(9_000)}}` }),
    ],
  ])('%s', (_, body) => {
    expect(reasons(body)).toEqual(['nested too deep'])
  })

  it('on a line among others', () => {
    const line = `{"at":"2026-03-02T00:00:00Z","source":"usages","body":${nested(100_000)}}`
    const { evidence } = parse(`${line}\n${fixture('seed/usages-2026-03-07.json')}`)
    expect(evidence.rejects).toHaveLength(1)
    expect(evidence.snapshots).toHaveLength(1)
  })
})

describe('what is longer than a bundle takes', () => {
  const long = 'b'.repeat(100_000)

  it.each([
    ['a client', fixture('attack/bundle-long-field.json')],
    [
      'a longer one',
      `{"requests":[{"requestId":"r1","requestTime":"2026-03-02T15:22:28Z","userAgent":"a/1 ${long}"}]}`,
    ],
    ['a key', `{"apiKeys":[{"name":"${long}"}]}`],
    ['a device', `{"devices":[{"deviceName":"${long}"}]}`],
    [
      'a name that holds a body',
      `{"${long}":{"usage":{"limit":"100","used":"2","resetTime":"2026-03-08T09:20:45Z"}}}`,
    ],
  ])('%s is cut, so that it can be read back', (_, body) => {
    const { evidence } = parse(body)
    expect(JSON.stringify(evidence)).toContain('…')
    const bundle = writeBundle(evidence, { writtenAt: instant(0), zone: UNKNOWN_ZONE, masking: 'none' })
    expect(readBundle(bundle)).toMatchObject({ ok: true })
    expect(
      Math.max(
        ...JSON.stringify(evidence)
          .split('"')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(LONGEST_TEXT)
  })
})
