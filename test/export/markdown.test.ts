import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { whenOfBlock } from '../../shared/analyse/blocks/attach-annotations.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import { annotationOf } from '../../shared/evidence/kinds/annotation.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { codeText, escapeText, fencedText } from '../../shared/export/markdown/markdown-text.ts'
import type { DocumentOptions } from '../../shared/export/document/masked-document.ts'
import { writeMarkdown } from '../../shared/export/markdown/write-markdown.ts'
import { evidenceWith, loggedCall, refusal, row, page, seedEvidence, zoneNamed } from '../analyse/build.ts'
import { paste } from '../parse/paste.ts'
import { HOUR, MINUTE } from '../../shared/time/duration.ts'
import { later, writeInstant } from '../../shared/time/instant.ts'
import { at } from '../time/given.ts'
import { PLANTED, telltaleEvidence } from './some-evidence.ts'

const analysisOf = (evidence: Evidence, zone: string, claims: readonly string[] = []) =>
  analyse(evidence, {
    now: at('2026-03-09T00:00:00Z'),
    zone: zoneNamed(zone),
    rules: DEFAULT_RULES,
    claims,
  })

const documentOf = (
  evidence: Evidence,
  zone = 'unknown',
  options: DocumentOptions = { language: 'en' },
  claims: readonly string[] = [],
) => writeMarkdown(analysisOf(evidence, zone, claims), options)

describe('the document', () => {
  it.each([
    ['en', '+01:00'],
    ['zh', 'unknown'],
  ] as const)('of the incident of 2 March, in %s and zone %s', async (language, zone) => {
    const text = documentOf(seedEvidence(zone), zone, { language }, ['My 5h window reset at 17:20'])
    await expect(text).toMatchFileSnapshot(`golden/incident-of-2-march.${language}.md`)
  })

  it('says once what all verdicts on a block rest on that a clock tells of which is off', () => {
    const noon = at('2026-03-02T12:00:00Z')
    const minutes = [1, 4, 9, 17, 26, 38, 51]
    const clock = (minute: number) => writeInstant(later(noon, minute * MINUTE))
    const served = page(
      minutes.map((minute) => row(clock(minute))),
      later(noon, 3 * HOUR),
    )
    const text = documentOf(
      evidenceWith(served, {
        calls: minutes.map((minute) => loggedCall(clock(minute + 10))),
        errors: [refusal('window_5h', clock(80))],
      }),
    )
    expect(text.match(/The clock of the log that tells of this is off/g)).toHaveLength(1)
  })

  it('holds what support asks for: the full error text, request ids, their times, the meters', () => {
    const text = documentOf(telltaleEvidence(), 'unknown', { language: 'en', masking: 'none' })
    expect(text).toContain(PLANTED.requestId)
    expect(text).toContain("You've reached your 5-hour usage limit")
    expect(text).toMatch(/\| R1 \| 2026-03-02 15:18:57 \+00:00 \|/)
    expect(text).toContain('weekly 33 % used, resets 2026-03-08 09:20:45 +00:00')
  })

  it('holds what was written on an incident, said to be no evidence, and its claims judged', () => {
    const zone = '+01:00'
    const seed = seedEvidence(zone)
    const incident = analysisOf(seed, zone).report.incidents[0]
    if (!incident) throw new Error('the seed has an incident')
    const written = (kind: 'note' | 'tag' | 'claim', text: string) =>
      annotationOf({
        anchor: incident.block.refs[0] ?? '',
        when: whenOfBlock(incident.block),
        kind,
        text,
        writtenAt: at('2026-03-08T00:00:00Z'),
      })
    const annotations = [
      written('tag', 'support'),
      written('note', 'ticket 4711, mail to anna@example.com'),
      written('claim', '5h window reset at 17:20'),
    ]
    const text = documentOf({ ...seed, annotations }, zone)
    const section = text.slice(text.indexOf('### Written on it by hand'))
    expect(section.slice(0, section.indexOf('## Incident 2'))).toMatchInlineSnapshot(`""`)
  })

  it('is masked unless somebody chose otherwise', () => {
    const text = documentOf(telltaleEvidence())
    expect(text).not.toMatch(/planted|bef2fd2b|anna|安娜/i)
    expect(text).toMatch(/`masked-[0-9a-f]{16}`/)
    expect(text).toContain('are redacted')
    expect(documentOf(telltaleEvidence(), 'unknown', { language: 'en', masking: 'none' })).toContain(
      'Nothing is redacted',
    )
  })

  it('cites only evidence that it shows', () => {
    const text = documentOf(telltaleEvidence())
    const shown = new Set([...text.matchAll(/^(?:\| )?([EQR]\d+)(?: \||:)/gm)].map((match) => match[1]))
    const cited = [...text.matchAll(/\(((?:[EQR]\d+(?:, )?)+)\)$/gm)].flatMap(
      (match) => match[1]?.split(', ') ?? [],
    )
    expect(cited.length).toBeGreaterThan(3)
    expect(cited.filter((number) => !shown.has(number))).toEqual([])
  })

  it('shows the history around a block, not all of it', () => {
    const minute = (n: number) => at('2026-03-02T10:00:00Z') + n * 60_000
    const iso = (n: number) =>
      `2026-03-02T${String(10 + Math.floor(n / 60))}:${String(n % 60).padStart(2, '0')}:00Z`
    expect(minute(0)).toBe(at(iso(0)))
    const rows = Array.from({ length: 200 }, (_, n) =>
      row(iso(n), n === 100 ? { outcome: 'failure', status: 429 } : {}),
    )
    const text = documentOf(evidenceWith(page(rows)))
    expect(text).toContain('those that a fact rests on: 16 of 200.')
    expect(text).toContain('2026-03-02 11:40:00')
    expect(text).not.toContain('2026-03-02 10:30:00')
  })

  it.each([
    ['en', 'a row without a time'],
    ['zh', '这一行没有时间'],
  ] as const)('says in %s why something could not be read', (language, reason) => {
    const { evidence } = paste(
      '{"requests":[{"requestId":"a"},{"requestTime":"2026-03-02T16:00:00Z","requestId":"b"}]}',
    )
    expect(documentOf(evidence, 'unknown', { language })).toContain(`| ${reason} |`)
  })

  it('says so when there is nothing', () => {
    expect(documentOf(evidenceWith())).toContain('**Nothing about Kimi Code has been found yet.**')
  })

  it('shows hostile text as text', () => {
    const message = '</td><script>alert(1)</script> | [x](javascript:1) `` ``` @everyone\n# heading'
    const hostile = evidenceWith(
      { errors: [refusal('overloaded', '2026-03-02T15:18:57Z', { message })] },
      page([row('2026-03-02T15:18:00Z', { userAgent: message, model: '`a|b`' })]),
    )
    const outsideCode = documentOf(hostile, 'unknown', { language: 'en', masking: 'none' })
      .replaceAll(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
      .replaceAll(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    expect(outsideCode).toContain('script')
    expect(outsideCode).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|@|^# heading/m)
  })
})

describe('texts from outside', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['<b>', '\\<b\\>'],
    ['*x* _y_ `z`', '\\*x\\* \\_y\\_ \\`z\\`'],
    ['@someone', '&#64;someone'],
    ['two\n lines', 'two lines'],
  ])('plain: %j', (text, shown) => {
    expect(escapeText(text)).toBe(shown)
  })

  it.each([
    ['plain', '`plain`'],
    ['a|b', '`a\\|b`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['', ''],
  ])('code: %j', (text, shown) => {
    expect(codeText(text)).toBe(shown)
  })

  it('a fence is longer than any run of backticks inside', () => {
    const runs = fc.array(fc.constantFrom('`', '```', '`````', 'x', '\n')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(runs, (text) => {
        const [first = '', ...rest] = fencedText(text).split('\n')
        const fence = first.replace('text', '')
        expect(rest.slice(0, -1).some((line) => line.includes(fence))).toBe(false)
        expect(rest.at(-1)).toBe(fence)
      }),
    )
  })
})
