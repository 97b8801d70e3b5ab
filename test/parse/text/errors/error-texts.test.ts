import { describe, expect, it } from 'vitest'
import type { ErrorObservation } from '../../../../shared/evidence/kinds/error-observation.ts'
import { at } from '../../../time/given.ts'
import { fixture, outline, paste } from '../../paste.ts'

const MOMENT = "We're receiving too many requests at the moment. Please wait a moment and try again."
const SEED = fixture('seed/error.txt').trim()

const errorsIn = (text: string, zone?: string) => paste(text, {}, zone).evidence.errors

function only(text: string): ErrorObservation {
  const { errors, rejects } = paste(text).evidence
  expect(rejects).toEqual([])
  expect(errors).toHaveLength(1)
  const [error] = errors
  if (!error) throw new Error('no error')
  return error
}

describe('an error text', () => {
  it.each([
    ['of the seed', SEED, 429, 'rate_limit_reached_error', MOMENT],
    ['of Python', `openai.RateLimitError: ${SEED.slice(20)}`, 429, 'rate_limit_reached_error', MOMENT],
    [
      'of Python, with single quotes',
      `Error code: 403 - {'error': {'message': 'Access terminated.', 'type': None}}`,
      403,
      null,
      'Access terminated.',
    ],
    ['of Python, quoted by a person', `It said "${SEED}".`, 429, 'rate_limit_reached_error', MOMENT],
    [
      'of Python, with typographic quotes',
      SEED.replaceAll("'", '’').replaceAll('"', '”'),
      429,
      'rate_limit_reached_error',
      MOMENT,
    ],
    ['of the documentation', `error, status code: 429, message: ${MOMENT}`, 429, null, MOMENT],
    [
      'of Go',
      `error, status code: 429, status: 429 Too Many Requests, message: ${MOMENT}`,
      429,
      null,
      MOMENT,
    ],
    ['of Node', `[provider.rate_limit] 429 ${MOMENT}`, 429, 'provider.rate_limit', MOMENT],
    [
      'of Node in print mode, in words that nobody knows',
      'error: failed to run prompt: provider.api_error: 503 unavailable: 503 Service Unavailable',
      503,
      'provider.api_error',
      'unavailable: 503 Service Unavailable',
    ],
    [
      'of Node, without a status',
      `Error: [provider.overloaded] The engine is currently overloaded, please try again later`,
      null,
      'provider.overloaded',
      'The engine is currently overloaded, please try again later',
    ],
    [
      'as JSON',
      `{"error":{"message":"${MOMENT}","type":"rate_limit_reached_error"}}`,
      null,
      'rate_limit_reached_error',
      MOMENT,
    ],
    [
      'as JSON after a status',
      `API Error: 429 {"type":"error","error":{"type":"rate_limit_error","message":"${MOMENT}"}}`,
      429,
      'rate_limit_error',
      MOMENT,
    ],
    [
      'as JSON over several lines',
      `HTTP/2 429\n\n{\n  "error": {\n    "message": "${MOMENT}",\n    "type": "rate_limit_reached_error"\n  }\n}`,
      429,
      'rate_limit_reached_error',
      MOMENT,
    ],
    ['in plain words', MOMENT, null, null, MOMENT],
    [
      'in plain words, in a sentence',
      `All I get is “${MOMENT.replace("'", '’')}” since ten.`,
      null,
      null,
      MOMENT,
    ],
    ['in plain words, after a status', `429 ${MOMENT}`, 429, null, MOMENT],
    ['of which only the status is told', 'LLM provider error: Error code: 503', 503, null, 'Error code: 503'],
    [
      'with a message that nobody knows',
      'LLM provider error: Error code: 418 - short and stout',
      418,
      null,
      'Error code: 418',
    ],
    [
      'with a body that nobody knows',
      `LLM provider error: Error code: 404 - {'detail': 'Not Found'}`,
      404,
      null,
      'Error code: 404',
    ],
    ['in Chinese', '报错：因违反用户协议，该账号已被禁用。', null, null, '因违反用户协议，该账号已被禁用。'],
    [
      'that names a model',
      'Your current subscription does not have access to k3.5. Upgrade your plan',
      null,
      null,
      'Your current subscription does not have access to k3.5.',
    ],
    [
      'that names a model, after a status',
      'error, status code: 401, message: Your current plan supports only k3 up to 256K context',
      401,
      null,
      'Your current plan supports only k3 up to 256K context',
    ],
    ['in common words, on its line', '> "Access terminated."', null, null, 'Access terminated.'],
    [
      'in common words, after a word',
      'Error: 401 Invalid Authentication',
      401,
      null,
      'Invalid Authentication',
    ],
    [
      'of a limiter that failed',
      'failed to evaluate rate limit script: dial tcp: i/o timeout',
      null,
      null,
      'failed to evaluate rate limit script: dial tcp: i/o timeout',
    ],
  ])('%s', (_, text, status, type, message) => {
    expect(only(text)).toMatchObject({ status, type, message, when: { kind: 'undated' } })
  })

  it('is told from prose about errors', () => {
    const prose = [
      'What does Invalid Authentication mean? My session. Access terminated. Hm.',
      'I keep getting 429 errors and my weekly limit is fine.',
      'It says too many requests. The engine of my car is overloaded too.',
      'Status code 429 means what exactly? See { "error": … } in the manual.',
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    main()\nValueError: no such file',
    ].join('\n\n')
    expect(paste(prose).evidence).toMatchObject({ errors: [], rejects: [] })
    expect(outline(paste(prose))).toEqual(['1-12 prose'])
  })

  it('keeps no key, path or address', () => {
    const message = 'no access for sk-kimi-0123456789abcdef0123 of me@example.com in /home/me/project'
    expect(
      only(`LLM provider error: Error code: 401 - {'error': {'message': '${message}', 'type': 'x'}}`).message,
    ).toBe('no access for □ in □')
  })

  it('that is cut off before it says what is wrong is refused; cut off later it is known', () => {
    const { errors, rejects } = paste(SEED.slice(0, 70)).evidence
    expect([errors.length, rejects.length]).toEqual([0, 1])
    expect(only(SEED.slice(0, 115)).errorClass).toBe('rate_or_concurrency')
  })
})

describe('a wrapped error', () => {
  // As a terminal breaks it (anywhere) and as an editor does (at a space).
  it.each(Array.from({ length: 60 }, (_, index) => 20 + index * 3))(
    'at %i characters is the same',
    (width) => {
      const hard = SEED.replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\n')
      const soft = SEED.replaceAll(new RegExp(`(.{1,${width}}) `, 'g'), '$1\n')
      const whole = only(SEED)
      for (const text of [hard, soft].filter((each) => /Error code: 429/.test(each)))
        expect(only(text)).toMatchObject({ id: whole.id, message: MOMENT })
    },
  )

  it('in plain words is the same at any place', () => {
    const whole = only(MOMENT).id
    for (let place = 1; place < MOMENT.length; place += 1) {
      const text = `${MOMENT.slice(0, place)}\n${MOMENT.slice(place)}`
      expect(errorsIn(text).map((error) => error.id)).toEqual([whole])
    }
  })
})

describe('one error', () => {
  it.each([
    ['twice', `${SEED}\nand again\n${SEED}`],
    [
      'in a traceback and below it',
      fixture('posts/forum-post.md').split('\n').slice(24, 37).join('\n') + `\n\n${SEED}`,
    ],
    ['first with its status, then in bare words', `${SEED}\n\nso what does "${MOMENT}" mean?`],
    [
      'first in bare words, cut short',
      `"We're receiving too many requests at the moment", it said:\n\n${SEED}`,
    ],
  ])('%s is one', (_, text) => {
    expect(errorsIn(text).map((error) => error.id)).toEqual([only(SEED).id])
  })

  it('at two times is two', () => {
    const text = `2026-03-02 16:19:03 ${SEED}\n2026-03-02 16:19:05 ${SEED}`
    expect(errorsIn(text)).toHaveLength(2)
  })
})

describe('a time on its line dates it', () => {
  it.each([
    [
      `2026-03-02T16:19:03.101Z ${SEED}`,
      'unknown',
      { kind: 'span', span: { from: at('2026-03-02T16:19:03.101Z'), to: at('2026-03-02T16:19:03.102Z') } },
    ],
    [`[2026-03-02 16:19:03] ${SEED}`, '+01:00', { kind: 'span', span: { from: at('2026-03-02T15:19:03Z') } }],
    [`2026/03/02 16:19 - ${SEED}`, 'unknown', { kind: 'local', local: { length: 60_000, zone: null } }],
    [
      `2026-03-02 16:19:03 +02:00 ${SEED}`,
      'unknown',
      { kind: 'span', span: { from: at('2026-03-02T14:19:03Z') } },
    ],
    [
      `2026-03-02T16:19:03Z API Error: 429 {"error":{"message":"${MOMENT}"}}`,
      'unknown',
      { kind: 'span', span: { from: at('2026-03-02T16:19:03Z') } },
    ],
    [`at 2026-03-02 16:19:03 ${SEED}`, 'unknown', { kind: 'local', local: { length: 1_000, zone: null } }],
    [`2026-13-02 16:19:03 ${SEED}`, 'unknown', { kind: 'undated' }],
  ])('%s in %s', (text, zone, when) => {
    expect(errorsIn(text, zone)[0]?.when).toMatchObject(when)
  })
})
