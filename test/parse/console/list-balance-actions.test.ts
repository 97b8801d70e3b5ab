import { describe, expect, it } from 'vitest'
import { scrubBody } from '../../../shared/parse/scrub/scrub.ts'
import { writeInstant } from '../../../shared/time/instant.ts'
import { evidenceOf, parseJsonValue, readFixture } from '../given-json.ts'
import { paste } from '../paste.ts'
import { english } from '../english.ts'

const PAGE = readFixture('console/list-balance-actions.json')
const action = (change: object) => ({
  feature: 'FEATURE_CODING',
  title: 'Kimi Code',
  status: 'STATUS_SUCCESS',
  timestamp: '2026-09-22T01:08:31.123456Z',
  items: [{ amountRatio: 0.0014, unit: 'UNIT_CREDIT' }],
  ...change,
})
const read = (...actions: readonly unknown[]) => parseJsonValue({ actions })
const costsIn = (text: string) =>
  paste(text)
    .evidence.costs.map(({ when, product, percent, resolution }) => ({
      at: when.kind === 'span' ? writeInstant(when.span.from) : null,
      for: when.kind === 'span' ? when.span.to - when.span.from : null,
      product,
      percent,
      resolution,
    }))
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))

describe('what single calls took', () => {
  const right = [
    { at: '2026-09-22T01:08:31.123Z', for: 1, product: 'Kimi Code', percent: 0.14, resolution: 0.01 },
    { at: '2026-09-22T01:08:55Z', for: 1, product: 'Kimi Code', percent: 1.02, resolution: 0.01 },
  ]
  it.each([
    ['as it came', PAGE],
    ['on one line', JSON.stringify(JSON.parse(PAGE))],
    ['in a fence, with words around it', `My calls:\n\n\`\`\`json\n${PAGE}\n\`\`\`\nand that is all.`],
    [
      'as a line of captures',
      JSON.stringify({ at: '2026-09-22T02:00:00Z', source: 'ListBalanceActions', body: JSON.parse(PAGE) }),
    ],
    [
      'with names in snake case',
      PAGE.replaceAll('amountRatio', 'amount_ratio').replaceAll('nextPageToken', 'next_page_token'),
    ],
    ['after the first write', scrubBody(PAGE, 'ListBalanceActions').body],
  ])('%s', (_, text) => {
    const { evidence } = paste(text)
    expect(costsIn(text)).toEqual(right)
    expect(evidence.rejects).toEqual([])
    expect(evidence.unknownFields).toEqual([])
    expect(
      evidence.captures.filter(({ source }) => source === 'ListBalanceActions').map(({ goesOn }) => goesOn),
    ).toContain(true)
  })

  it('says whether there is more', () => {
    expect(paste(PAGE).pieces[0]?.why).toBe('what each call took of the pool, and not all of it')
    const last = JSON.stringify({ ...JSON.parse(PAGE), nextPageToken: '' })
    expect(paste(last).pieces[0]?.why).toBe('what each call took of the pool')
    expect(paste(last).evidence.captures[0]?.goesOn).toBeUndefined()
    const { body } = scrubBody(last, 'ListBalanceActions')
    expect(paste(body).evidence.captures[0]?.goesOn).toBeUndefined()
  })

  it.each<[string, object, object]>([
    ['seconds only', { timestamp: '2026-09-22T01:08:31Z' }, { percent: 0.14 }],
    ['a finer share', { items: [{ amountRatio: 0.000123 }] }, { percent: 0.0123, resolution: 0.0001 }],
    ['a share as text', { items: [{ amountRatio: '0.0102' }] }, { percent: 1.02, resolution: 0.01 }],
    ['several items', { items: [{ amountRatio: 0.0014 }, { amountRatio: 0.0002 }] }, { percent: 0.16 }],
    ['only money', { items: [{ amountMoney: { currency: 'CNY', priceInCents: '5' } }] }, { percent: 0 }],
    ['no title', { title: undefined }, { product: 'FEATURE_CODING' }],
  ])('%s', (_, change, cost) => {
    const { costs, rejects } = read(action(change))
    expect(costs).toMatchObject([cost])
    expect(rejects).toEqual([])
  })

  it.each<[string, object, string]>([
    ['no time', { timestamp: undefined }, 'absent is no time with a zone'],
    ['a share that is none', { items: [{ amountRatio: 'NaN' }] }, 'Invalid input: expected number'],
    ['less than nothing', { items: [{ amountRatio: -0.2 }] }, 'no call takes -20 % of the pool'],
    ['more than all', { items: [{ amountRatio: 1.2 }] }, 'no call takes 120 % of the pool'],
  ])('%s is refused, and the rest is read', (_, change, reason) => {
    const { costs, rejects } = read(action(change), action({}))
    expect(costs).toHaveLength(1)
    expect(rejects.map((reject) => [english(reject), reject.path])).toEqual([[reason, '$.actions[0]']])
  })

  it('leaves out what was taken back', () => {
    expect(read(action({ status: 'STATUS_REFUNDED' }), action({})).costs).toHaveLength(1)
  })

  it('numbers those that nothing tells apart', () => {
    const { costs } = read(action({}), action({}))
    expect(new Set(costs.map(({ id }) => id)).size).toBe(2)
    expect(evidenceOf({ costs }).costs).toHaveLength(2)
  })

  it.each([{ actions: [] }, { actions: [{ type: 'click' }] }, { actions: 'none' }])(
    '%j is no such page',
    (value) => {
      expect(paste(JSON.stringify(value)).evidence.costs).toEqual([])
    },
  )
})
