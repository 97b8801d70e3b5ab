import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedRecord } from '../../../../shared/analyse/clocks/placed-records.ts'
import { DEFAULT_RULES } from '../../../../shared/analyse/rules.ts'
import { clientName, compareVersions } from '../../../../shared/analyse/views/use/client-name.ts'
import { useLanes } from '../../../../shared/analyse/views/use/use-lanes.ts'
import { findUseRuns } from '../../../../shared/analyse/views/use/use-runs.ts'
import { HOUR, MINUTE } from '../../../../shared/time/duration.ts'
import { later, writeInstant } from '../../../../shared/time/instant.ts'
import { at } from '../../../time/given.ts'
import { row } from '../../build.ts'

const evening = at('2026-06-02T22:00:00Z')

/** Rows at these minutes after ten in the evening, by client: `0a 5a 8b` (a is KimiCLI/1.16.0, b is 1.17.0, c a key). */
const placed = (text: string): readonly PlacedRecord[] =>
  text.split(' ').map((entry, index) => {
    const moment = later(evening, Number.parseInt(entry, 10) * MINUTE)
    const client = entry.at(-1)
    return {
      at: moment,
      record: row(writeInstant(moment), {
        requestId: String(index),
        userAgent: client === 'c' ? 'Qoder/1.0' : `KimiCLI/1.1${client === 'a' ? 6 : 7}.0`,
        ...(client === 'c' && { source: { kind: 'api_key', name: 'ci', inferred: false } }),
      }),
    }
  })

/** `KimiCLI/1.16.0 0-5 ×2`: minutes since ten, the last row's included. */
const shown = (runs: ReturnType<typeof findUseRuns>) =>
  runs.map(({ client, span, requests }) => {
    const minute = (moment: number) => Math.floor((moment - evening) / MINUTE)
    return `${client.product}/${client.version} ${minute(span.from)}-${minute(span.to - 1000)} ×${requests}`
  })

describe('runs of use', () => {
  it.each([
    ['0a 5a 30a', ['KimiCLI/1.16.0 0-30 ×3']],
    ['0a 31a', ['KimiCLI/1.16.0 0-0 ×1', 'KimiCLI/1.16.0 31-31 ×1']], // a longer pause than half an hour
    ['0a 5b 10a', ['KimiCLI/1.16.0 0-10 ×2', 'KimiCLI/1.17.0 5-5 ×1']], // side by side
    ['0a 5c 10a', ['KimiCLI/1.16.0 0-10 ×2', 'Qoder/1.0 5-5 ×1']],
    ['110a 125a', ['KimiCLI/1.16.0 110-110 ×1', 'KimiCLI/1.16.0 125-125 ×1']], // cut at midnight
  ])('%s', (text, expected) => {
    expect(shown(findUseRuns(placed(text), DEFAULT_RULES))).toEqual(expected)
  })

  it('after new rows are what they are from scratch', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('a', 'b', 'c')),
          { minLength: 1, maxLength: 40 }, // two midnights
        ),
        fc.nat(39),
        (entries, cut) => {
          const sorted = entries.toSorted(([a], [b]) => a - b)
          const rows = placed(sorted.map(([minute, client]) => `${minute}${client}`).join(' '))
          const known = rows.filter((_, index) => index < cut)
          const changed = rows[cut]?.at ?? Number.POSITIVE_INFINITY
          const since = { known: findUseRuns(known, DEFAULT_RULES), changed }
          expect(findUseRuns(rows, DEFAULT_RULES, since)).toEqual(findUseRuns(rows, DEFAULT_RULES))
        },
      ),
    )
  })
})

describe('lanes of use', () => {
  it('are one for each source and product, busiest first, and go on over midnight', () => {
    const { lanes, leftOut } = useLanes(findUseRuns(placed('100c 110a 125a 130b'), DEFAULT_RULES), HOUR)
    expect(lanes.map(({ source, product, requests }) => [source.name, product, requests])).toEqual([
      [null, 'KimiCLI', 3],
      ['ci', 'Qoder', 1],
    ])
    expect(shown(lanes[0]?.runs ?? [])).toEqual(['KimiCLI/1.16.0 110-125 ×2', 'KimiCLI/1.17.0 130-130 ×1'])
    expect(leftOut).toBe(0)
  })

  it('keep every row, however they are joined', () => {
    const runs = findUseRuns(placed('0a 31a 62b 63a 110a 125a 200c'), DEFAULT_RULES)
    for (const join of [0, 30 * MINUTE, 5 * HOUR])
      expect(useLanes(runs, join).lanes.reduce((sum, { requests }) => sum + requests, 0)).toBe(7)
  })
})

describe('client names', () => {
  it.each([
    ['KimiCLI/1.16.0', 'KimiCLI', '1.16.0'],
    ['kimi-code-cli/0.14.0 (linux; x64)', 'kimi-code-cli', '0.14.0'],
    ['Mozilla/5.0 (X11) AppleWebKit/537.36', 'Mozilla', '5.0'],
    ['curl', 'curl', null],
    [null, null, null],
  ])('%s', (userAgent, product, version) => {
    expect(clientName(userAgent)).toEqual({ product, version })
  })

  it.each([
    ['1.9.0', '1.16.0', -1],
    ['1.16.0', '1.16', 0],
    ['2.0', '1.99.9', 1],
    ['1.0-beta', '1.0-rc', -1], // not numbers: by the alphabet
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign)
  })
})
