import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse/analyse.ts'
import { DEFAULT_RULES } from '../../shared/analyse/rules.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { costsQuestion } from '../../web/data/questions/costs-question.ts'
import { itemsOf } from '../../web/data/questions/evidence-items.ts'
import { PART_QUESTIONS } from '../../web/data/questions/part-question.ts'
import { evidenceWith, zoneNamed } from '../analyse/build.ts'
import { telltaleEvidence } from '../export/some-evidence.ts'
import { paste } from '../parse/paste.ts'
import { at } from '../time/given.ts'
import { english } from '../parse/english.ts'

const ALL = { text: '', offset: 0, count: 100 }

const knownOf = (evidence: Evidence, zone = 'unknown') => ({
  account: 'me',
  since: null,
  kept: {},
  sights: [],
  ...analyse(evidence, {
    now: at('2026-08-01T00:00:00Z'),
    zone: zoneNamed(zone),
    rules: DEFAULT_RULES,
  }),
})

const LIST = [
  'Kimi Code 2026-07-22 09:08\t0.14%',
  'Kimi Code 2026-07-22 11:30\t<0.01%',
  'Kimi Claw 2026-07-22 10:00\t0.02%',
].join('\n')

it.each([
  ['all', '', ['Kimi Code <0.01', 'Kimi Claw 0.02', 'Kimi Code 0.14'], { min: 0.14, max: 0.19 }],
  ['those of a product', 'CLAW', ['Kimi Claw 0.02'], { min: 0.01, max: 0.03 }],
  ['none', 'kimi chat', [], { min: 0, max: 0 }],
] as const)('costs come newest first with their sum: %s', (_name, text, rows, sum) => {
  const page = costsQuestion.answer(knownOf(paste(LIST).evidence), { ...ALL, text })
  const said = page.rows.map(({ product, below, percent }) => `${product} ${below ? '<' : ''}${percent}`)
  expect(said).toEqual(rows)
  expect(page).toMatchObject({ total: rows.length, all: 3, sum })
})

it('the sum is of all that pass, not of those on the page', () => {
  const page = costsQuestion.answer(knownOf(paste(LIST).evidence), { ...ALL, count: 1 })
  expect(page.rows).toHaveLength(1)
  expect(page.sum).toEqual({ min: 0.14, max: 0.19 })
})

it.each(['row without', '没有时间', 'body.json', 'nobody'])(
  'rejects are found by their reason in both languages: %s',
  (text) => {
    const { evidence } = paste(
      '{"requests":[{"requestId":"a"},{"requestTime":"2026-03-02T16:00:00Z","requestId":"b"}]}',
      { input: 'body.json' },
    )
    const { rows } = PART_QUESTIONS.rejects.answer(knownOf(evidence), { ...ALL, text })
    expect(rows.map(english)).toEqual(text === 'nobody' ? [] : ['a row without a time'])
  },
)

it('calls come newest first, whatever clock they were told by', () => {
  const [call] = telltaleEvidence().calls
  if (!call) throw new Error('no call')
  const of = (id: string, time: string) => ({
    ...call,
    id,
    when: { kind: 'span' as const, span: { from: at(time), to: at(time) } },
  })
  const calls = [of('call:b', '2026-03-02T10:00:00Z'), of('call:c', '2026-03-02T12:00:00Z'), call]
  const { rows } = PART_QUESTIONS.calls.answer(knownOf(evidenceWith({ calls })), ALL)
  expect(rows.map(({ id }) => id)).toEqual([call.id, 'call:c', 'call:b'])
})

it('devices come by their last sign, those without one last', () => {
  const [device] = telltaleEvidence().devices
  if (!device) throw new Error('no device')
  const given = [
    { ...device, id: 'device:1', lastActive: null },
    { ...device, id: 'device:2', lastActive: at('2026-03-01T00:00:00Z') },
    { ...device, id: 'device:3', lastActive: null, lastSeen: at('2026-03-02T00:00:00Z') },
  ]
  const { rows } = PART_QUESTIONS.devices.answer(knownOf(evidenceWith({ devices: given })), ALL)
  expect(rows.map(({ id }) => id)).toEqual(['device:3', 'device:2', 'device:1'])
})

it('a cost opens by its id', () => {
  const { evidence } = paste(LIST)
  const ids = evidence.costs.map(({ id }) => id)
  const { items, missing } = itemsOf(evidence, ids)
  expect(items.map(({ kind }) => kind)).toEqual(['cost', 'cost', 'cost'])
  expect(missing).toEqual([])
})
