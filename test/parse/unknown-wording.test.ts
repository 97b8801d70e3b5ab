import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { keptWords } from '../../shared/parse/scrub/unknown-wording.ts'
import { paste } from './paste.ts'

it.each([
  [
    'Your daily token allowance is used up. Try again in 3 hours.',
    'Your daily token □ is used □ Try again in □ hours.',
  ],
  ['Weekly (7-day) limit of plan “Andante” reached!', 'Weekly (7-day) limit □ plan □ reached!'],
  ['5-hour window: 120/120 requests', '5-hour window: □ requests'],
  ['您的每周额度已用完，请在 3 小时后重试。', '□ 每周 额度 已用 □ 请 □ 小时 □ 重试 □'],
  ['并发请求数超过套餐上限', '并发 请求 □ 超过 套餐 上限'],
  ['/home/anna/limit/secret.ts sk-kimi-abcdef anna@example.org', ''],
  ['write me a poem about the end of our love', ''],
  ['', ''],
])('of %j it keeps %j', (message, kept) => {
  expect(keptWords(message)).toBe(kept)
})

it('keeps no word that it does not know, whatever stands around it', () => {
  const gap = fc.constantFrom(' ', '\n', '\t', ' limit ', ' 额度', '额度 ', '(', ') ', '"')
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{5,9}x[0-9]{3}$/), gap, gap, (secret, before, after) => {
      expect(keptWords(`${before}${secret}${after}`)).not.toContain(secret)
    }),
  )
})

it('takes no longer, and keeps no more, than a sentence or two', () => {
  expect(keptWords('limit '.repeat(100_000)).length).toBeLessThan(300)
  expect(keptWords(`${'x'.repeat(100_000)} limit`)).toBe('')
})

it('a message that is known is masked and cut', () => {
  const said = `You've reached your usage limit for this billing cycle, anna@example.org. ${'See /home/anna/x. '.repeat(100)}`
  const body = JSON.stringify({ error: { message: said, type: 'access_terminated_error' } })
  const [error] = paste(body).evidence.errors
  expect(error?.message).toMatch(/^You've reached your usage limit for this billing cycle, \[e-mail\]/)
  expect(error?.message).not.toContain('anna')
  expect(error?.message).toHaveLength(400)
})
