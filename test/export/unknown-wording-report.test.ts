import { expect, it } from 'vitest'
import { unknownWordingReport } from '../../shared/export/unknown-wording-report.ts'
import { refusal } from '../analyse/build.ts'

it('tells status, type, client and words, and nothing of when or whose it was', () => {
  const error = refusal('other', '2026-03-02T15:18:57Z', {
    status: 403,
    type: 'access_terminated_error',
    client: 'kimi-code',
    message: '□ daily token □',
  })
  const text = unknownWordingReport(error)
  expect(text.split('\n').slice(1)).toEqual([
    'status: 403',
    'type: access_terminated_error',
    'client: kimi-code',
    'words: □ daily token □',
    '',
  ])
  expect(text).not.toMatch(/2026|error:[0-9a-f]/)
})
