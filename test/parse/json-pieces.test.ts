import { describe, expect, it } from 'vitest'
import { counts, fixture, outline, paste } from './paste.ts'

const BODY = fixture('seed/usages-2026-03-07.json')
const idOf = (text: string) => paste(text).evidence.snapshots.map(({ id }) => id)
const [ID] = idOf(BODY)
const compactBody = JSON.stringify(JSON.parse(BODY))

describe('a body in a text', () => {
  it.each([
    ['between words', `Here it is:\n${BODY}\nWhat now?`],
    ['on one line of words', `It says ${compactBody} and nothing else.`],
    ['in a fence', `\`\`\`json\n${BODY}\`\`\``],
    ['quoted', BODY.replaceAll(/^/gm, '> ')],
    ['with CRLF', BODY.replaceAll('\n', '\r\n')],
    ['with typographic quotes', BODY.replaceAll(/"([^"]*)"/g, '“$1”')],
    ['with no-break spaces', BODY.replaceAll(' ', '\u00A0')],
    ['as Python prints it', compactBody.replaceAll('"', "'")],
    ['with the account left out', BODY.replace('{}', '{...}')],
    ['with an ellipsis', BODY.replace('{}', '{…}')],
    ['wrapped by a terminal', `$ curl x\n${compactBody.replaceAll(/.{71}/g, '$&\n')}`],
    ['in HTML', `<pre>${BODY.replaceAll('"', '&quot;')}</pre>`],
    ['in the answer of another tool', JSON.stringify({ status: 200, answer: { body: JSON.parse(BODY) } })],
    ['in such an answer, in a text', `so:\n${JSON.stringify({ ok: true, data: [JSON.parse(BODY)] })}\n`],
    ['twice', `${BODY}\n${BODY}`],
    ['twice on a line', `${compactBody}${compactBody} twice`],
  ])('%s is the same reading', (_, text) => {
    expect(idOf(text)).toEqual([ID])
    expect(paste(text).evidence.rejects).toEqual([])
  })

  it('two on a line are two, and one piece of the account', () => {
    const read = paste(`${compactBody} ${compactBody.replace('"33"', '"34"')}`)
    expect(counts(read)).toMatchObject({ snapshots: 2, rejects: 0 })
    expect(outline(read)).toEqual(['1-1 usages'])
  })

  it('of a history gives its rows', () => {
    const history = fixture('console/list-unified-requests.json')
    expect(counts(paste(`rows:\n${history}`))).toEqual(counts(paste(history)))
  })
})

describe('what cannot be read', () => {
  it.each([
    ['cut off at its end', BODY.slice(0, 200), 1],
    ['cut off at its beginning', BODY.slice(60), 1],
    ['with a number in two', BODY.replace('300', '30 0'), 1],
    ['a body of ours of an unknown kind', '{"resetTime": "2026-03-08T09:20:45Z", "kind": "new"}', 1],
    ['cut off between words', `so\n${BODY.slice(0, 150)}\nand then nothing`, 1],
  ])('%s is refused', (_, text, rejects) => {
    expect(counts(paste(text))).toEqual({ records: 0, snapshots: 0, errors: 0, rejects })
  })

  it.each([
    [
      'an answer of a model',
      '{"id":"chatcmpl-1","usage":{"prompt_tokens":3,"completion_tokens":4}} and so on',
    ],
    ['braces', 'Use {} or { "limit": 30 } or [] or {name}.'],
    ['code', 'function limits() { return { "a": [1, 2 } }'],
    ['a setting', 'settings:\n{\n  "theme": "dark",\n  "limit": 4\n}\n'],
  ])('%s is prose', (_, text) => {
    expect(counts(paste(text))).toEqual({ records: 0, snapshots: 0, errors: 0, rejects: 0 })
  })

  it('leaves what follows it readable', () => {
    const read = paste(`${BODY.slice(0, 150)}\n\n${fixture('seed/usage-history.txt')}\n${BODY}`)
    expect(counts(read)).toEqual({ records: 9, snapshots: 1, errors: 0, rejects: 1 })
  })

  it('a file of JSON that is nothing of ours is refused, not silently dropped', () => {
    expect(paste('{"hello": "world"}').evidence.rejects).toMatchObject([
      { path: '$', reason: { code: 'unknownJson' } },
    ])
  })

  it('keeps no secret in its excerpt', () => {
    const [reject] = paste('{"resetTime": "x", "apiKey": "sk-kimi-0123456789abcdef0123456789"}').evidence
      .rejects
    expect(reject?.excerpt).not.toContain('0123456789abcdef')
  })
})
