import { expect, it } from 'vitest'
import { mayHoldWindowLabel, readWindowLabel } from '../../../../shared/parse/text/meters/window-label.ts'

it.each([
  'Weekly limit',
  'WEEKLY  USAGE',
  'weekly quota',
  '本周用量',
  '7 天用量',
  '7-day usage',
  'Rate limit details',
  '频限明细',
  '5小时用量',
  '5-hour usage',
  'Monthly limit',
  '本月用量',
  'Total usage',
  '总使用量',
  '300m limit',
  '5 hours quota',
  'Limit #1',
])('%s is a label, and the cheap look lets it through', (label) => {
  expect(readWindowLabel(label)).not.toBeNull()
  expect(mayHoldWindowLabel(`│ ${label} ━━━ 84% left`)).toBe(true)
})
