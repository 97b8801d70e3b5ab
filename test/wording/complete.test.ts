import { describe, expect, it } from 'vitest'
import { CAUSES, type Grade, type Verdict } from '../../shared/analyse/report.ts'
import { FACT_RULES, FINDING_KINDS, MISSING_KINDS } from '../../shared/analyse/rule-names.ts'
import { LOCALES } from '../../shared/wording/locale.ts'
import { wordingFor } from '../../shared/wording/wording.ts'
import { fact, FACT_VALUES, FINDING_VALUES, MISSING_VALUES } from './samples.ts'

const LANGUAGES = ['en', 'zh'] as const
const VERDICTS: readonly Verdict[] = ['supported', 'consistent', 'contradicted', 'undecidable']
const GRADES: readonly Grade[] = ['error_text', 'failed_rows', 'marked', 'suspected']
const UNFILLED = /\{\{|\}\}|\$t\(|undefined|\[object|NaN/

/** What a sentence must be: something, without a placeholder, and ended. */
function expectSentence(text: string) {
  expect(text).not.toMatch(UNFILLED)
  expect(text).toMatch(/^\S.*[.。”）)]$/)
}

describe.each(LANGUAGES)('in %s', (language) => {
  const wording = wordingFor(language)

  it.each(FACT_RULES)('fact %s has a sentence', (rule) => {
    expectSentence(wording.fact(fact(rule, FACT_VALUES[rule]), 'unknown'))
  })

  it.each(FINDING_KINDS)('finding %s has a sentence', (kind) => {
    expectSentence(wording.finding({ kind, values: FINDING_VALUES[kind], refs: [] }, 'unknown'))
  })

  it.each(MISSING_KINDS)('missing evidence %s has a sentence', (kind) => {
    expectSentence(
      wording.missing({ kind, causes: [], decides: true, values: MISSING_VALUES[kind] }, 'unknown'),
    )
  })

  it.each(CAUSES)('cause %s has a name and a meaning', (cause) => {
    expect(wording.cause(cause)).not.toMatch(UNFILLED)
    expectSentence(wording.causeMeaning(cause))
  })

  it.each(VERDICTS)('verdict %s has a name and a meaning', (verdict) => {
    expect(wording.verdict(verdict)).not.toMatch(UNFILLED)
    expectSentence(wording.verdictMeaning(verdict))
  })

  it.each(GRADES)('grade %s has a name and a meaning', (grade) => {
    expect(wording.grade(grade)).not.toMatch(UNFILLED)
    expectSentence(wording.gradeMeaning(grade))
  })
})

/** `fact.low_meter` → its text, for every text of a language. */
function textsIn(section: object, path = ''): [string, string][] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[name, value] satisfies [string, string]]
    return typeof value === 'object' && value !== null ? textsIn(value, name) : []
  })
}

const byText = (a: string, b: string) => (a < b ? -1 : 1)
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted(byText)

const shape = (texts: [string, string][]) => texts.map(([name, text]) => [name, placeholders(text)])

it('both languages say the same things with the same values', () => {
  expect(shape(textsIn(LOCALES.zh))).toEqual(shape(textsIn(LOCALES.en)))
})

it('no sentence is written for a rule that does not exist', () => {
  const known = new Set<string>([...FACT_RULES, 'text_names_cause_status'])
  expect(Object.keys(LOCALES.en.fact).filter((rule) => !known.has(rule))).toEqual([])
  expect(Object.keys(LOCALES.en.finding).toSorted(byText)).toEqual(
    [...FINDING_KINDS, 'grid_changed_plan'].toSorted(byText),
  )
  expect(Object.keys(LOCALES.en.missing).toSorted(byText)).toEqual(MISSING_KINDS.toSorted(byText))
})
