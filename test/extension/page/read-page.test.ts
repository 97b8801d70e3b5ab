// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { readPage, type ReadList } from '../../../extension/page/read-page.ts'
import { layoutTrouble } from '../../../extension/page/layout-trouble.ts'
import { parseInput } from '../../../shared/parse/parse-input.ts'
import type { RawCapture } from '../../../shared/evidence/kinds/capture.ts'
import { instant } from '../../../shared/time/instant.ts'
import { systemClock } from '../../../shared/time/clock.ts'
import { PLANTED, type Scenario } from '../../replica/scenario.ts'
import { seedScenario } from '../../replica/seed-scenario.ts'
import { drawConsole } from './draw-replica.ts'

const NOW = instant(1_772_469_435_000)
const ZONE = systemClock.zone()

const LOOKS: readonly Partial<Scenario>[] = (['en', 'zh'] as const).flatMap((language) =>
  (['table', 'blocks', 'reordered'] as const).flatMap((markup) =>
    (['slash', 'dash'] as const).map((dates) => ({ language, markup, dates })),
  ),
)

const list = (kind: string): ReadList | undefined =>
  readPage(document, 'console').lists.find((each) => each.list.kind === kind)

const bodyOf = (shown: ReadList | undefined) => {
  if (!shown) throw new Error('no such list')
  return [...(shown.heads === null ? [] : [shown.heads]), ...shown.lines].join('\n')
}

function read(source: RawCapture['source'], body: string) {
  const raw = { at: NOW, via: 'table', input: 'console', source, body } as const
  return parseInput(raw, { zone: ZONE }).evidence
}

/** The same rows as the service gives them. */
function served(scenario: Scenario) {
  const requests = scenario.rows.map(({ apiKeyName, ...row }) => ({
    ...row,
    ...(apiKeyName !== null && { apiKey: { name: apiKeyName } }),
  }))
  const raw = { at: NOW, via: 'page', input: 'console', source: 'ListUnifiedRequests' } as const
  return parseInput({ ...raw, body: JSON.stringify({ requests }) }, { zone: ZONE }).evidence
}

describe.each(LOOKS)('the console in %o', (look) => {
  it('gives the same rows as the service, by id, time, source and outcome', async () => {
    const scenario = seedScenario(look)
    await drawConsole(scenario)
    const history = list('history')
    expect(history?.state).toBe('rows')
    const { records, rejects } = read('history_text', bodyOf(history))
    expect(rejects).toEqual([])
    const plain = (record: (typeof records)[number]) => ({
      id: record.id,
      from: record.when.kind === 'span' && record.when.span.from,
      source: record.source.name ?? record.source.kind,
      client: record.userAgent,
      outcome: record.outcome,
    })
    expect(records.map(plain)).toEqual(served(scenario).records.map(plain))
  })

  it('gives both meters, and the devices', async () => {
    await drawConsole(seedScenario(look))
    const { meters } = readPage(document, 'console')
    expect({ titles: meters.titles, whole: meters.whole }).toEqual({ titles: 2, whole: 2 })
    const [snapshot] = read('quota_cards', meters.text).snapshots
    expect(snapshot?.meters.map(({ window, usedPercent }) => [window, usedPercent])).toEqual([
      ['7d', 16],
      ['5h', 2],
    ])
    const devices = list('devices')
    const { devices: found, rejects } = read('device_text', bodyOf(devices))
    expect(rejects).toEqual([])
    expect(found.map(({ name, platform }) => `${name} ${platform}`).toSorted()).toEqual([
      'notebook darwin',
      'workstation linux',
    ])
  })

  it('gives names of keys and nothing of the keys', async () => {
    await drawConsole(seedScenario(look))
    const keys = list('keys')
    expect(keys?.lines.map((line) => line.split('\t')[0])).toEqual(['laptop'])
    expect(bodyOf(keys)).not.toMatch(/sk-|…/)
    expect(bodyOf(keys)).not.toContain(PLANTED.keyValue.slice(0, 5))
  })

  it('has nothing to complain of', async () => {
    await drawConsole(seedScenario(look))
    const answered = { lists: () => false, meters: false }
    expect(layoutTrouble(readPage(document, 'console'), answered, 'en')).toBeNull()
  })
})

describe('a page that changed', () => {
  const answered = { lists: () => false, meters: false }
  const trouble = () => layoutTrouble(readPage(document, 'console'), answered, 'en')

  it('an empty history is no trouble', async () => {
    await drawConsole(seedScenario({ rows: [] }))
    expect(list('history')?.state).toBe('empty')
    expect(trouble()).toBeNull()
  })

  it('says which expectation failed', async () => {
    await drawConsole(seedScenario())
    for (const head of document.querySelectorAll('th'))
      head.textContent = head.textContent === 'Client' ? 'Tool' : head.textContent
    expect(trouble()?.failed).toBe('usage history: column “client” not found')
  })

  it('a list that is gone', async () => {
    await drawConsole(seedScenario())
    document.querySelectorAll('section')[1]?.remove()
    expect(trouble()?.failed).toBe('login devices: not found')
  })

  it('what the service has answered need not be on the page', async () => {
    document.body.innerHTML = '<p>something else</p>'
    expect(trouble()).not.toBeNull()
    expect(layoutTrouble(readPage(document, 'console'), { lists: () => true, meters: true }, 'en')).toBeNull()
  })

  it('a page that asks to sign in is no trouble', () => {
    document.body.innerHTML = '<h1>Kimi Code</h1><button>Log in</button>'
    expect(trouble()).toBeNull()
  })

  it('the diagnostic tells words and shapes, and no value', async () => {
    await drawConsole(seedScenario())
    for (const head of document.querySelectorAll('th'))
      head.textContent = `${head.textContent} (${PLANTED.accountId})`
    const diagnostic = trouble()?.diagnostic ?? ''
    expect(diagnostic).toContain('usage history')
    expect(diagnostic).toMatch(/cells: uuid \| text \| client \| text \| second \| text/)
    for (const value of [
      'workstation',
      'laptop',
      'KimiCLI',
      '2026',
      PLANTED.accountId,
      ...Object.values(PLANTED),
    ])
      expect(diagnostic, value).not.toContain(value)
  })
})
