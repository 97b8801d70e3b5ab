import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { meterBar } from '../../../shared/export/text/meter-bar.ts'
import { wrapped } from '../../../shared/export/text/wrapped.ts'
import { runWith } from '../../cli/run-with.ts'
import { NOW, SEED_FILES } from '../../cli/seed-files.ts'

const TEXT = [...SEED_FILES, ...NOW, '--zone', '+01:00', '--format', 'text']

describe('a report for a terminal', () => {
  it('begins with the newest block and its cause, then has meters, causes and what would decide them', async () => {
    const { stdout } = await runWith(TEXT)
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(/^Refused at some time within .*7 Mar/)
    expect(lines.filter((line) => /^\S/.test(line)).slice(1)).toEqual(
      expect.arrayContaining(['Quota readings', 'Cause', 'Missing evidence']),
    )
    expect(stdout).toMatch(/^ {2}5-hour +[█▏▎▍▌▋▊▉·]{20} +[\d.]+ %\n {4}2026-03-07 16:20:45 \+01:00 \(/m)
    expect(stdout).toMatch(/^ {2}5-hour quota +contradicted$/m)
  })

  it('fits the terminal, and has colours only where there are some', async () => {
    const plain = await runWith(TEXT, {}, { terminal: { columns: 60 } })
    expect(Math.max(...plain.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(plain.stdout).toBe(stripVTControlCharacters(plain.stdout))
    const coloured = await runWith(TEXT, {}, { terminal: { columns: 60, hasColour: true } })
    expect(coloured.stdout).not.toBe(plain.stdout)
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout)
  })

  it('is what people get on a terminal, and programs get JSON', async () => {
    const inputs = [...SEED_FILES, ...NOW]
    expect((await runWith(inputs, {}, { terminal: { isOut: true } })).stdout).toMatch(/^Refused/)
    expect((await runWith(inputs)).stdout).toMatch(/^\{/)
  })
})

it.each([
  [0, '····················'],
  [null, '····················'],
  [50, '██████████··········'],
  [42, '████████▍···········'],
  [99.9, '████████████████████'],
  [100, '████████████████████'],
  [130, '████████████████████'],
])('a meter of %s %% is %s', (percent, bar) => {
  expect(meterBar(percent)).toBe(bar)
})

it.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 8, ['one two', 'three']],
  ['extraordinary it is', 5, ['extraordinary', 'it is']],
  ['', 10, []],
  ['5 小时额度已用完。', 10, ['5 小时额度', '已用完。']],
  ['额度已用完。', 10, ['额度已用', '完。']],
  ['周额度 used 3', 11, ['周额度 used', '3']],
])('%j in %i cells is %j', (text, columns, lines) => {
  expect(wrapped(text, columns)).toEqual(lines)
})
