import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { isExample, withoutExamples } from '../../shared/evidence/example.ts'
import { mergeEvidence } from '../../shared/evidence/merge.ts'
import type { ReportJson } from '../../shared/export/report-schema.ts'
import { parseInput } from '../../shared/parse/parse-input.ts'
import { expectOnlyDebts } from '../rules/debts.ts'
import { ROWS } from './field-kinds.ts'
import type { FieldRow } from './field-row.ts'
import { LAW_DEBTS } from './law-debts.ts'
import { readRow, reportOn, textOf, zoneOf, type RowRead } from './read-row.ts'

type Row = (typeof ROWS)[number][1]
type Check = (row: FieldRow, text: string) => boolean

/** All that is concluded, without what only says where it stood. */
const concluded = ({ evidence, report }: RowRead) => JSON.stringify([idsIn(evidence), incidentsIn(report)])

const idsIn = (all: Evidence) => {
  const { records, snapshots, errors, calls, costs } = withoutExamples(all)
  return [records, snapshots, errors, calls, costs].map((items) => items.map(({ id }) => id).toSorted())
}

const incidentsIn = ({ incidents }: ReportJson) =>
  incidents.map(({ from, to, fromLocal, toLocal, within, grade, leading, verdicts }) => [
    [from, to, fromLocal, toLocal, within, grade, leading],
    verdicts.map(({ cause, verdict, byOffset }) => [cause, verdict, byOffset]),
  ])

const same = (row: Row, text: string, other: string) =>
  concluded(readRow(row, text)) === concluded(readRow(row, other))

/** Errors apart from which reading they go with. */
const rowsAndTexts = (evidence: Evidence) =>
  JSON.stringify([
    evidence.records.map(({ id }) => id).toSorted(),
    evidence.snapshots.map(({ id }) => id).toSorted(),
    evidence.errors
      .map(({ errorClass, status, message, when }) => JSON.stringify([errorClass, status, message, when]))
      .toSorted(),
  ])

const PROSE = [
  'Is anybody else seeing this since the update?',
  'I use the plan for work and have told nobody else of it.',
  'Thanks in advance!',
  'This was on my laptop, the other machine was off.',
  '有人遇到同样的问题吗？谢谢！',
  '- first bullet of a list\n- and the second one',
] as const
const prose = fc
  .array(fc.constantFrom(...PROSE), { minLength: 1, maxLength: 2 })
  .map((texts) => texts.join('\n\n'))

const EXAMPLES = [
  '{"usage":{"limit":"100","used":"100","remaining":"0","resetTime":"2026-12-03T09:20:45Z"}}',
  '{"usage":{"limit":"100","used":"1","remaining":"99","resetTime":"2026-04-17T02:05:09Z"},\n "limits":[{"window":{"duration":300,"timeUnit":"TIME_UNIT_MINUTE"},"detail":{"limit":"100","remaining":"100","resetTime":"2026-04-10T17:05:09Z"}}]}',
  '{"error":{"message":"We\'re receiving too many requests at the moment. Please wait a moment and try again.","type":"rate_limit_reached_error"}}',
] as const
const LABELS = ['Example response:', 'For example:', '返回示例：', '### Sample output'] as const
const example = fc
  .tuple(fc.constantFrom(...LABELS), fc.constantFrom(...EXAMPLES))
  .map(([label, body]) => `${label}\n\n${body}`)

/** The blank lines behind something that was recognised: there somebody may have written more. */
function gapsIn(row: Row, text: string): readonly number[] {
  const lines = text.split('\n')
  const raw = { at: null, via: 'paste', input: 'input', source: null, body: text } as const
  const known = parseInput(raw, { zone: zoneOf(row) }).pieces.filter(({ why }) => why !== 'prose')
  return lines.flatMap((line, index) => {
    const last = lines.slice(0, index).findLastIndex((above) => above.trim() !== '') + 1
    const isBehind = known.some(
      ({ fromLine, toLine }) => fromLine <= last && last <= toLine && toLine <= index + 1,
    )
    return line.trim() === '' && isBehind && index < lines.length - 1 ? [index] : []
  })
}

function putAt(text: string, index: number, added: string): string {
  const lines = text.split('\n')
  return [...lines.slice(0, index), '', added, ...lines.slice(index)].join('\n')
}

const always = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean): boolean =>
  !fc.check(fc.property(arbitrary, holds), { numRuns: 4, seed: 7 }).failed

const eachLine = (text: string, change: (line: string) => string) => text.split('\n').map(change).join('\n')

const LAWS: Readonly<Record<string, Check>> = {
  'words before and after': (row, text) =>
    always(fc.tuple(prose, prose), ([before, after]) =>
      same(row, text, `${before}\n\n${text}\n\n${after}\n`),
    ),
  'words between, but for what is assumed together': (row, text) => {
    const gaps = gapsIn(row, text)
    return (
      gaps.length === 0 ||
      always(
        fc.tuple(fc.constantFrom(...gaps), prose),
        ([at, words]) =>
          rowsAndTexts(readRow(row, text).evidence) ===
          rowsAndTexts(readRow(row, putAt(text, at, words)).evidence),
      )
    )
  },
  'given twice': (row, text) => {
    const { evidence } = readRow(row, text)
    return concluded(readRow(row, text)) === concluded(reportOn(row, mergeEvidence(evidence, evidence)))
  },
  'the whole text repeated': (row, text) => same(row, text, `${text}\n\n${text}`),
  'smart quotes': (row, text) =>
    same(row, text, text.replaceAll(/"([^"\n]*)"/g, '“$1”').replaceAll(/(\w)'(\w)/g, '$1’$2')),
  'no-break spaces': (row, text) => same(row, text, text.replaceAll(' ', '\u00A0')),
  'CRLF': (row, text) => same(row, text, text.replaceAll('\n', '\r\n')),
  'a fence around': (row, text) => same(row, text, `\`\`\`\n${text}\n\`\`\`\n`),
  'quote marks': (row, text) =>
    same(
      row,
      text,
      eachLine(text, (line) => `> ${line}`),
    ),
  'four spaces of indent': (row, text) =>
    same(
      row,
      text,
      eachLine(text, (line) => (line === '' ? '' : `    ${line}`)),
    ),
  'split at blank lines, by numbers of rows and readings': (row, text) => {
    const { records, snapshots } = readRow(row, text).evidence
    const parts = text.split(/\n[ \t]*\n/).map((part) => readRow(row, part).evidence)
    const joined = mergeEvidence(...parts)
    return joined.records.length === records.length && joined.snapshots.length === snapshots.length
  },
  'an example body added': (row, text) => {
    const places = [0, ...gapsIn(row, text), text.split('\n').length]
    return always(fc.tuple(fc.constantFrom(...places), example), ([at, added]) => {
      const read = readRow(row, putAt(text, at, `${added}\n`))
      const isKept = [...read.evidence.snapshots, ...read.evidence.errors].some(isExample)
      return isKept && concluded(read) === concluded(readRow(row, text))
    })
  },
}

describe('changes nothing of what is concluded', () => {
  it.each(Object.entries(LAWS))('%s', (law, holds) => {
    const broken = ROWS.filter(([, row]) => !holds(row, textOf(row))).map(([name]) => name)
    expectOnlyDebts(broken, LAW_DEBTS[law] ?? [])
  })
})
