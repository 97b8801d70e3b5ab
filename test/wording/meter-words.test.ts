import { expect, it } from 'vitest'
import { wordingFor } from '../../shared/wording/wording.ts'

const [en, zh] = [wordingFor('en'), wordingFor('zh')]

it.each([
  [0, '0 %', '0%'],
  [99.99, '99.99 %', '99.99%'],
  [100, '100 %', '100%'],
  [100.01, '100 % and more', '100% 及以上'],
  [140, '100 % and more', '100% 及以上'],
])('%s percent used', (used, english, chinese) => {
  expect([en.usedShare(used), zh.usedShare(used)]).toEqual([english, chinese])
})

it.each([
  ['5h', null, '5-hour', '5 小时'],
  ['month', null, 'monthly', '月'],
  ['month', 'total', 'monthly (Kimi in all)', '月 (Kimi 总计)'],
  ['month', 'code', 'monthly (Kimi Code)', '月 (Kimi Code)'],
] as const)('the meter of %s, pool %s', (window, pool, english, chinese) => {
  expect([en.meter({ window, pool }), zh.meter({ window, pool })]).toEqual([english, chinese])
})
