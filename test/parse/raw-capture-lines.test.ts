import { describe, expect, it } from 'vitest'
import { readRawCaptureLine } from '../../shared/parse/captures/raw-capture-lines.ts'
import { at } from '../time/given.ts'

const NOON = at('2026-03-07T12:00:00Z')

describe('a line of captures', () => {
  it('gives the raw capture', () => {
    expect(readRawCaptureLine('{"at":"2026-03-07T12:00:00Z","source":"usages","body":{"usage":{}}}')).toEqual(
      {
        at: NOON,
        via: 'api',
        input: 'paste',
        source: 'usages',
        body: '{"usage":{}}',
      },
    )
  })

  it.each<[string, string, string]>([
    [
      'numbers as they are written',
      '{"at":null,"body": {"a": 1.0, "b":12345678901234567890} }',
      '{"a": 1.0, "b":12345678901234567890}',
    ],
    ['a text as what it says', '{"at":null,"body":"Weekly \\"84%\\" left\\n"}', 'Weekly "84%" left\n'],
    ['a list', '{"body":[1, 2],"source":"usages"}', '[1, 2]'],
    ['a body before the rest', '{"body":{"a":{"body":2}},"source":"usages"}', '{"a":{"body":2}}'],
    ['the last of two, as JSON has it', '{"at":null,"body":1,"body":{"b":2}}', '{"b":2}'],
    ['a name with escapes', '{"at":null,"b\\u006fdy":{"b":2}}', '{"b":2}'],
    ['null', '{"at":null,"body":null}', 'null'],
  ])('keeps %s', (_, line, body) => {
    expect(readRawCaptureLine(line)).toMatchObject({ body })
  })

  it.each<[string, object]>([
    ['{"at":"2026-03-07T13:00:00.000+01:00","body":""}', { at: NOON }],
    ['{"at":null,"body":""}', { at: null }],
    // nothing of Kimi was read then: it stands for "none", or somebody wants years of coverage
    ['{"at":"0001-01-01T00:00:00Z","body":""}', { at: null }],
    ['{"at":"1970-01-01T00:00:00Z","body":""}', { at: null }],
    ['{"at":"2019-12-31T23:59:59Z","body":""}', { at: null }],
    ['{"at":"2020-01-01T00:00:00Z","body":""}', { at: at('2020-01-01T00:00:00Z') }],
    ['{"at":"2100-01-01T00:00:00Z","body":""}', { at: null }],
    ['{"at":"9999-12-31T23:59:59Z","body":""}', { at: null }],
    ['{"source":"usages","body":""}', { at: null, source: 'usages' }],
    ['{"at":null,"source":"SomethingNew","body":""}', { source: null }],
    ['{"at":null,"source":null,"body":""}', { source: null }],
    ['{"at":null,"via":"page","input":"console","body":"","extra":1}', { via: 'page', input: 'console' }],
    ['\uFEFF  {"at":null,"body":""}  ', { input: 'captures.ndjson' }],
  ])('%s', (line, raw) => {
    expect(readRawCaptureLine(line, 'captures.ndjson')).toMatchObject({ input: 'captures.ndjson', ...raw })
  })
})

describe('another line', () => {
  it.each<[string, RegExp]>([
    ['', /not a capture/],
    ['prose', /not a capture/],
    ['{"at":"2026-03-07T12:00:00Z","body":', /not a capture/],
    ['[]', /not a capture/],
    ['{"body":{}}', /not a capture/],
    ['{"at":"2026-03-07T12:00:00Z"}', /not a capture/],
    ['{"at":"2026-03-07 12:00","body":{}}', /"at" is "2026-03-07 12:00", no ISO time with a zone/],
    ['{"at":1772884800,"body":{}}', /"at" is to be an ISO time/],
    ['{"at":null,"source":5,"body":{}}', /"source" is to be a name/],
    ['{"at":null,"via":"pigeon","body":{}}', /"via" is none of/],
  ])('%s says why', (line, reason) => {
    expect(readRawCaptureLine(line)).toMatchObject({ reason: expect.stringMatching(reason) })
  })
})
