import { describe, expect, it } from 'vitest'
import { counts, outline, paste } from '../paste.ts'

const NOTHING = { records: 0, snapshots: 0, errors: 0, rejects: 0 }

describe('the list of the membership page', () => {
  it.each([
    ['by tabs', 'Kimi Code 2026-07-22 09:08\t0.14%\nKimi Code 2026-07-22 09:07\t0.02%', '1-2'],
    ['by spaces', 'Kimi Code 2026-07-22 09:08 0.14%\nKimi Code 2026-07-22 09:08 0.14%', '1-2'],
    ['as a Markdown table', '| Kimi Code 2026-07-22 09:08 | 0.14% |\n| Kimi 2026-07-22 09:07 | 1% |', '1-2'],
    ['on two lines each', 'Kimi Code 2026-07-22 09:08\n0.14%\n\nKimi Code 2026-07-22 09:07\n\n0.02%', '1-6'],
  ])('%s is recognised, and said not to be kept', (_, text, lines) => {
    const read = paste(text)
    expect(outline(read)).toEqual([`${lines} membership_text`])
    expect(read.pieces[0]?.why).toBe('2 per-call percentages of the membership page, which are not kept')
    expect(counts(read)).toEqual(NOTHING)
  })

  it.each([
    'On 2026-07-22 09:08 it was 5% or so',
    'Kimi Code 2026-07-22 09:08',
    'Kimi Code 2026-07-22 25:08 0.14%',
    '0.14%',
  ])('prose: %s', (text) => {
    expect(outline(paste(text))).toEqual(['1-1 prose'])
  })
})
