import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportFrom } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { NO_EVIDENCE } from '../../shared/evidence/evidence.ts'
import { meterConflicts } from '../../shared/analyse/views/meter-conflicts.ts'
import { maskedAgain } from '../../shared/export/bundle/masked-again.ts'
import { looksLikeBundle, readBundle } from '../../shared/export/bundle/read-bundle.ts'
import { writeBundle, type BundleOptions } from '../../shared/export/bundle/write-bundle.ts'
import { annotationOf } from '../../shared/evidence/kinds/annotation.ts'
import { withErrorId } from '../../shared/evidence/errors/error-id.ts'
import { refusal } from '../analyse/build.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { z } from '../../shared/parse/zod.ts'
import { wordingFor } from '../../shared/wording/wording.ts'
import { readFixture } from '../parse/given-json.ts'
import { at } from '../time/given.ts'
import { someEvidence, telltaleEvidence } from './some-evidence.ts'

const options: BundleOptions = { writtenAt: at('2026-03-09T00:00:00Z'), zone: 'unknown', masking: 'none' }
const key = new Uint8Array(32).fill(7)

/** As it is kept: its texts were masked when they were read. */
const keptEvidence = () => maskedAgain(telltaleEvidence())

function read(text: string) {
  const bundle = readBundle(text)
  if (!bundle.ok) throw new Error(bundle.reason)
  return bundle
}

/** The bundle, which is to hold no readings and rejects, as an earlier version wrote it: it said only whether it was masked. */
const older = (text: string, version: number) =>
  text
    .replace(/bundle@\d+/, `bundle@${version}`)
    .replace('"purpose":"complete"', '"masked":false')
    .replace('"purpose":"redacted"', '"masked":true')

const reasonFor = (text: string) => {
  const bundle = readBundle(text)
  return bundle.ok ? 'it was read' : bundle.reason
}

describe('write and read', () => {
  it('give the same evidence, and the same bytes when written again', () => {
    fc.assert(
      fc.property(someEvidence.map(maskedAgain), (evidence) => {
        const text = writeBundle(evidence, options)
        expect(read(text).evidence).toEqual(evidence)
        expect(writeBundle(read(text).evidence, options)).toBe(text)
      }),
    )
  })

  it('give the same bytes for a masked bundle that is handed on', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const text = writeBundle(evidence, { ...options, masking: { key } })
        expect(writeBundle(evidence, { ...options, masking: { key } })).toBe(text)
        expect(writeBundle(read(text).evidence, { ...options, masking: 'done' })).toBe(text)
      }),
    )
  })

  it('give the same Report', () => {
    const evidence = keptEvidence()
    const about = { now: options.writtenAt, zone: options.zone, rules: DEFAULT_RULES }
    expect(reportFrom(read(writeBundle(evidence, options)).evidence, about)).toEqual(
      reportFrom(evidence, about),
    )
  })

  it('work for no evidence at all', () => {
    expect(read(writeBundle(NO_EVIDENCE, options)).evidence).toEqual(NO_EVIDENCE)
  })

  it('do not depend on how the bundle is laid out', () => {
    const text = writeBundle(keptEvidence(), options)
    const anew = JSON.stringify(JSON.parse(text), null, 4)
    expect(read(anew).evidence).toEqual(keptEvidence())
  })

  it('say when it was written, in which zone, and what for', () => {
    expect(read(writeBundle(telltaleEvidence(), options)).manifest).toMatchObject({
      writtenAt: options.writtenAt,
      zone: 'unknown',
      purpose: 'complete',
      parts: { snapshots: { count: 2 } },
    })
    const { masking: _, ...byDefault } = options
    expect(read(writeBundle(telltaleEvidence(), byDefault)).manifest.purpose).toBe('redacted')
  })
})

describe('a bundle of version 1', () => {
  const CYCLE = "You've reached your usage limit for this billing cycle"
  const week = withErrorId({ ...refusal('window_7d', '2026-03-02T10:00:00Z'), message: CYCLE })
  const note = annotationOf({
    anchor: week.id,
    when: week.when,
    kind: 'note',
    text: 'why?',
    writtenAt: options.writtenAt,
  })
  const text = writeBundle({ ...NO_EVIDENCE, errors: [week], annotations: [note] }, options)

  it('has its errors read again, and what was written on one stays on it', () => {
    const { errors, annotations } = read(older(text, 1)).evidence
    expect(errors).toEqual([withErrorId({ ...week, errorClass: 'quota_unnamed' })])
    expect(annotations).toEqual([{ ...note, anchor: errors[0]?.id }])
  })

  it('is still refused where it was changed', () => {
    const changed = older(text, 1).replace('this billing', 'that billing')
    expect(reasonFor(changed)).toMatch(/errors were changed/)
  })
})

describe('a bundle of an earlier version', () => {
  it.each([1, 2])('%i still opens, and its purpose is told by whether it was masked', (version) => {
    fc.assert(
      fc.property(someEvidence, fc.boolean(), (evidence, masked) => {
        const unread = { ...evidence, snapshots: [], rejects: [] }
        const text = writeBundle(unread, { ...options, masking: masked ? 'done' : 'none' })
        const bundle = read(older(text, version))
        expect(bundle.manifest.purpose).toBe(masked ? 'redacted' : 'complete')
        if (version === 2) expect(bundle).toEqual(read(text))
      }),
    )
  })
})

describe('a bundle of version 3 or 4', () => {
  it.each([
    ['version-3', 'complete'],
    ['version-4-redacted', 'redacted'],
  ])('%s: its readings keep no conflicts in words, since their numbers tell them', (name, purpose) => {
    const { evidence, manifest } = read(readFixture(`bundles/${name}.json`))
    expect(manifest.purpose).toBe(purpose)
    expect(evidence.snapshots.flatMap(({ meters }) => meterConflicts(meters))).toHaveLength(4)
    expect(read(writeBundle(evidence, options)).evidence).toEqual(evidence)
  })

  it.each(['version-3', 'version-4-redacted'])('%s: what could not be read is said as it was', (name) => {
    const text = readFixture(`bundles/${name}.json`)
    const said = read(text).evidence.rejects.map(({ reason }) => wordingFor('en').sentence(reason).text)
    const form = z.object({ evidence: z.object({ rejects: z.array(z.object({ reason: z.string() })) }) })
    const were = form.parse(JSON.parse(text)).evidence.rejects.map(({ reason }) => reason)
    expect(said.toSorted()).toEqual(were.toSorted())
    expect(read(text).evidence.rejects.filter(({ reason }) => reason.code === 'text')).toEqual([])
  })

  it('has the rejects that the same input gives now', () => {
    const body = '{"usages":{"limit_5h":[1]},"usage":7}'
    const input = { at: null, via: 'paste', input: 'odd-7', source: null, body } as const
    const { rejects } = parseInput(input, { zone: 'unknown' }).evidence
    expect(rejects).toHaveLength(2)
    const kept = read(readFixture('bundles/version-3.json')).evidence.rejects
    for (const reject of rejects) expect(kept).toContainEqual(reject)
  })

  it('is still refused where it was changed', () => {
    const changed = readFixture('bundles/version-3.json').replace('100 % by count', '90 % by count')
    expect(reasonFor(changed)).toMatch(/snapshots were changed/)
  })
})

describe('a bundle is refused', () => {
  const text = writeBundle(telltaleEvidence(), options)

  it.each([
    ['by name when it is newer', text.replace('bundle@5', 'bundle@6'), /version 6 .*reads up to .*@5/],
    ['when it is another format', text.replace('quotascope/bundle@5', 'other@1'), /called other@1/],
    [
      'when a sentence has more than its values',
      text.replace('"values":{"text"', '"values":{"lng":"zh","text"'),
      /evidence is not valid/,
    ],
    ['when it is cut off', text.slice(0, -40), /not JSON/],
    ['when it is empty', '', /not JSON/],
    ['when it is other JSON', '{"usage":{"limit":"100"}}', /not a Quotascope bundle/],
    ['when a row was changed', text.replace('"status":403', '"status":200'), /records were changed/],
    [
      'when a row was added',
      text.replace('"records":[', '"records":[{"id":"record:1"},'),
      /not valid: .*records.0/,
    ],
    ['when a field is unknown', text.replace('"model":', '"modal":1,"model":'), /Unrecognized key/],
    ['when an instant is none', text.replace(/"from":\d+/, '"from":1e99'), /not valid/],
    ['when a span runs backwards', text.replace(/"from":\d+/, '"from":253000000000000'), /runs backwards/],
    [
      'when a time is at the edge of what is one',
      text.replace(/"to":\d+/, '"to":8640000000000000'),
      /too big/i,
    ],
    ['or at its beginning', text.replace(/"from":\d+/, '"from":-8640000000000000'), /too small/i],
    ['when a time is longer than any', text.replace(/"length":\d+/, '"length":8640000000000000'), /too big/i],
    ['when a zone does not exist', text.replace('"zone":null', '"zone":"Mars/Olympus"'), /no time zone/],
    [
      'when a row has the id of another request',
      text.replace('bef2fd2b-85dc', 'bef2fd2b-85dd'),
      /does not belong to the request id/,
    ],
    [
      'when it brings a prototype',
      text.replace('"evidence":{', '"evidence":{"__proto__":{"x":1},'),
      /not valid/,
    ],
  ])('%s', (_, damaged, reason) => {
    expect(reasonFor(damaged)).toMatch(reason)
  })

  it.each([
    ['10^6 nested lists', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['10^6 nested objects', '{"a":'.repeat(1_000_000) + '1' + '}'.repeat(1_000_000)],
  ])('when it holds %s', (_, hostile) => {
    expect(reasonFor(hostile)).toMatch(/nested more than/)
    expect(reasonFor(`{"schema":"quotascope/bundle@1","manifest":{},"evidence":${hostile}}`)).toMatch(
      /nested/,
    )
  })

  it('never with an exception, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        expect(readBundle(any).ok).toBe(false)
      }),
    )
  })

  it('but not for brackets that are only quoted', () => {
    const evidence = keptEvidence()
    const [mark] = evidence.marks
    if (!mark) throw new Error('no mark')
    const quoted = {
      ...evidence,
      marks: [{ ...mark, text: `${'[{'.repeat(200)} "\\" <script>alert(1)</script>` }],
    }
    expect(read(writeBundle(quoted, options)).evidence).toEqual(quoted)
  })
})

it.each([
  [writeBundle(NO_EVIDENCE, options), true],
  [writeBundle(NO_EVIDENCE, options).replace('@1', '@99'), true],
  [JSON.stringify(JSON.parse(writeBundle(NO_EVIDENCE, options)), null, 2), true],
  ['{"usage":{"limit":"100"}}', false],
  ['Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success', false],
])('is recognised: %#', (text, is) => {
  expect(looksLikeBundle(text)).toBe(is)
})
