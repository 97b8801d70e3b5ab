import { describe, expect, it } from 'vitest'
import { at } from '../time/given.ts'
import { counts, fixture, outline, paste } from './paste.ts'
import { english } from './english.ts'

const ROWS = fixture('seed/usage-history.txt')
const BODY = fixture('seed/usages-2026-03-07.json')
const PANEL = fixture('seed/cli-panel.txt')
const ERROR = fixture('seed/error.txt')
const TAKEN = at('2026-03-07T12:00:00Z')
const IN_SECOND = { kind: 'span', span: { from: TAKEN, to: TAKEN + 1_000 } }

describe('what an input is', () => {
  it.each([
    ['a body', BODY, ['1-4 usages']],
    ['rows', ROWS, ['1-9 history_text']],
    ['nothing', '', ['1-1 prose']],
    ['blank lines', '\n\n\n', ['1-3 prose']],
    ['words', 'hello\n\nworld\n', ['1-3 prose']],
    ['a bundle', '{ "schema": "quotascope/bundle@1", "records": [] }', ['1-1 bundle']],
    [
      'a bundle that begins with something else',
      '{"made": 1,\n"schema": "quotascope/bundle@1"}',
      ['1-2 bundle'],
    ],
    ['a body after a mark of byte order', `\uFEFF${BODY}`, ['1-4 usages']],
    ['a history page', fixture('console/list-unified-requests.json'), [/^1-\d+ ListUnifiedRequests$/]],
    ['an error of the console', fixture('console/error-unauthenticated.json'), [/^1-\d+ connect_error$/]],
    ['blank lines around rows', `\n\n${ROWS}\n\n`, ['1-2 prose', '3-13 history_text']],
  ])('%s', (_, text, expected) => {
    const told = outline(paste(text))
    expect(told).toHaveLength(expected.length)
    for (const [index, each] of expected.entries()) expect(told[index]).toMatch(each)
  })

  it.each(['history.txt', 'usages.json', 'kimi.log', 'bundle.json', ''])(
    'whatever it is called: %s',
    (input) => {
      expect(outline(paste(BODY, { input, source: 'bundle', via: 'file' }))).toEqual(['1-4 usages'])
    },
  )

  it('a report is not taken for evidence', () => {
    const { evidence } = paste('{"schema": "quotascope/report@1", "resets": []}')
    expect(evidence.rejects.map(english)[0]).toMatch(/a report is what evidence says/)
  })
})

describe('captures', () => {
  it('one for an input, with its rows newest first', () => {
    const { captures, records } = paste(ROWS).evidence
    expect(captures).toMatchObject([
      { source: 'history_text', rows: 9, at: null, via: 'paste', input: 'paste' },
    ])
    expect(captures[0]?.recordIds).toEqual(records.map(({ id }) => id))
    expect(captures[0]?.newest).toEqual(records[0]?.when)
    expect(captures[0]?.oldest).toEqual(records[8]?.when)
  })

  it('one more for each further page: words between rows may stand for rows that were left out', () => {
    const lines = ROWS.trim().split('\n')
    const text = [...lines.slice(0, 4), '(and so on)', ...lines.slice(4)].join('\n')
    const { captures, records } = paste(text).evidence
    expect(captures.map(({ rows }) => rows).toSorted((a, b) => a - b)).toEqual([4, 5])
    const ids = new Set(captures.map(({ id }) => id))
    expect(records.flatMap(({ origins }) => origins).every(({ capture }) => ids.has(capture))).toBe(true)
  })

  it.each([
    ['another name', ROWS, { input: 'copy.txt', via: 'file' as const }],
    ['other line ends', ROWS.replaceAll('\n', '\r\n'), {}],
    ['blank lines at its end', `${ROWS}\n\n`, {}],
    ['a mark of byte order', `\uFEFF${ROWS}`, {}],
  ])('the same text with %s is the same capture', (_, text, details) => {
    expect(paste(text, details).evidence.captures[0]?.id).toBe(paste(ROWS).evidence.captures[0]?.id)
  })

  it('the same text at another time is another', () => {
    expect(paste(BODY, { at: TAKEN }).evidence.captures[0]?.id).not.toBe(paste(BODY).evidence.captures[0]?.id)
  })

  it('an input without evidence has one, too', () => {
    expect(paste('hello').evidence.captures).toMatchObject([
      { source: 'unrecognised', rows: 0, newest: null },
    ])
  })
})

describe('an instant given with an input', () => {
  it('is that of its one reading, and never of its rows', () => {
    const { snapshots, records } = paste(`${ROWS}\nand\n${PANEL}`, { at: TAKEN, via: 'file' }).evidence
    expect(snapshots[0]?.when).toEqual(IN_SECOND)
    expect(records.map(({ when }) => when.kind)).toEqual(Array(9).fill('local'))
  })

  it('is that of none of several readings, of which nobody knows which', () => {
    const { snapshots } = paste(`${BODY}\nand\n${PANEL}`, { at: TAKEN, via: 'file' }).evidence
    expect(snapshots.map(({ when }) => when.kind)).toEqual(['undated', 'undated'])
  })

  it('is that of all of them where one page showed them', () => {
    const { snapshots } = paste(`${BODY}\nand\n${PANEL}`, { at: TAKEN, via: 'page' }).evidence
    expect(snapshots.map(({ when }) => when)).toEqual([IN_SECOND, IN_SECOND])
  })

  it.each([
    ['an error body', '{"error":{"message":"Access terminated.","type":"x"}}', IN_SECOND],
    ['an error text', ERROR, IN_SECOND],
    ['an error among words', `yesterday I got\n${ERROR}`, { kind: 'undated' }],
  ])('dates an error that is all there is: %s', (_, text, when) => {
    expect(paste(text, { at: TAKEN }).evidence.errors[0]?.when).toEqual(when)
  })
})

describe('lines of captures', () => {
  const line = (source: string, body: unknown, details = {}) =>
    JSON.stringify({ at: '2026-03-07T12:00:00Z', source, body, ...details })
  const ndjson = [
    line('usages', JSON.parse(BODY)),
    line('history_text', ROWS),
    line('ListUnifiedRequests', JSON.parse(fixture('console/list-unified-requests.json'))),
    line('usages', { error: { message: 'Access terminated.' } }),
  ].join('\n')

  it('are each read at their time', () => {
    const read = paste(ndjson, { via: 'file', input: 'night.ndjson' })
    expect(counts(read)).toMatchObject({ snapshots: 1, errors: 1, rejects: 0 })
    expect(outline(read)).toEqual([
      '1-1 usages',
      '2-2 history_text',
      '3-3 ListUnifiedRequests',
      '4-4 error_text',
    ])
    expect(read.evidence.snapshots[0]?.when).toEqual(IN_SECOND)
    expect(read.evidence.errors[0]?.when).toEqual(IN_SECOND)
    expect(read.evidence.captures.filter(({ rows }) => rows > 0)).toMatchObject([
      { at: TAKEN },
      { at: TAKEN },
    ])
  })

  it('give what a single body gives', () => {
    const one = paste(line('usages', JSON.parse(BODY)))
    const body = JSON.stringify(JSON.parse(BODY))
    expect(one.evidence.snapshots[0]?.id).toBe(paste(body, { at: TAKEN }).evidence.snapshots[0]?.id)
  })

  it.each([
    ['among words', `My night:\n${ndjson}\nand that was it`],
    ['as a list', `[${ndjson.replaceAll('\n', ',')}]`],
    [
      'indented',
      ndjson
        .split('\n')
        .map((each) => JSON.stringify(JSON.parse(each), null, 2))
        .join('\n'),
    ],
  ])('%s are the same', (_, text) => {
    const ids = ({ evidence }: ReturnType<typeof paste>) =>
      [...evidence.records, ...evidence.snapshots, ...evidence.errors].map(({ id }) => id)
    expect(ids(paste(text))).toEqual(ids(paste(ndjson)))
  })

  it.each([
    ['with a time that is none', line('usages', {}, { at: 'yesterday' }), /no ISO time/],
    ['with a body that is nothing', line('usages', 'hello'), /nothing that is known/],
    ['cut off', line('usages', JSON.parse(BODY)).slice(0, 120), /cannot be read/],
    ['with a body that is cut off', line('usages', BODY.slice(0, 100)), /cannot be read/],
  ])('%s are refused by their line', (_, text, reason) => {
    const { rejects } = paste(`${ndjson}\n${text}`, { input: 'night.ndjson' }).evidence
    expect(rejects).toHaveLength(1)
    expect(rejects.map(english)[0]).toMatch(reason)
    expect(rejects[0]).toMatchObject({ line: 5, input: 'night.ndjson' })
  })

  it('may hold texts of any length', () => {
    const text = `${'many words before the rows\n'.repeat(5_000)}${ROWS}`
    expect(counts(paste(`${ndjson}\n${line('history_text', text)}`))).toMatchObject({ rejects: 0 })
    expect(counts(paste(line('history_text', text)))).toMatchObject({ records: 9, rejects: 0 })
    expect(counts(paste(`see: ${line('history_text', text)}`))).toMatchObject({ records: 9, rejects: 0 })
  })

  it('inside each other end somewhere', () => {
    let nested = BODY
    for (let depth = 0; depth < 8; depth += 1) nested = line('usages', nested)
    expect(counts(paste(nested))).toMatchObject({ snapshots: 0, rejects: 1 })
  })
})

describe('pasted together', () => {
  const readWith = (text: string) => paste(text).evidence.errors.map((error) => error.readWith !== null)
  it.each([
    ['nothing between', `${ERROR}${BODY}`, [true]],
    ['blank lines between', `${ERROR}\n\n\n${BODY}`, [true]],
    ['a command between', `${ERROR}\n$ curl -s https://api.kimi.com/coding/v1/usages\n${BODY}`, [true]],
    [
      'a bare command between',
      `${ERROR}\ncurl -s https://api.kimi.com/coding/v1/usages | jq\n${BODY}`,
      [true],
    ],
    [
      'a command over two lines between',
      `${ERROR}\n❯ curl -H "a: b" \\\n   https://x/usages\n${BODY}`,
      [true],
    ],
    ['a prompt with names between', `${ERROR}\n(venv) me@host:~/x$ kimi usage\n${PANEL}`, [true]],
    ['fences between', `\`\`\`\n${ERROR}\`\`\`\n\n\`\`\`json\n${BODY}\`\`\``, [true]],
    ['a quoted error', `"${ERROR.trim()}"\n\n${BODY}`, [true]],
    ['the same error twice before', `${ERROR}\n${ERROR}\n${BODY}`, [true]],
    ['words between', `${ERROR}\nand the meters:\n${BODY}`, [true]],
    ['words behind the error', `${ERROR.trim()} Any ideas?\n${BODY}`, [true]],
    ['words before the body', `${ERROR}here: ${BODY}`, [true]],
    ['five lines of words', `${ERROR}${'Any ideas?\n\n'.repeat(5)}${BODY}`, [true]],
    ['six lines of words', `${ERROR}${'Any ideas?\n\n'.repeat(6)}${BODY}`, [false]],
    ['words that say it was later', `${ERROR}\nTwo hours later:\n${BODY}`, [false]],
    ['words with a time', `${ERROR}\nand at 14:10 the meters were\n${BODY}`, [false]],
    ['words of somebody else', `${ERROR}\nkim wrote:\n\nmine say\n${BODY}`, [false]],
    ['a rule between', `${ERROR}\n---\n${BODY}`, [false]],
    ['an error of another time', `On Sunday I got\n${ERROR}\nand the meters:\n${BODY}`, [false]],
    ['an example between', `${ERROR}\nExample response:\n\n${PANEL}\n\nand mine:\n${BODY}`, [true]],
    [
      'five lines, and an example that counts none',
      `${ERROR}${'Any ideas?\n'.repeat(4)}\nExample:\n\n${PANEL}\n\nand mine:\n${BODY}`,
      [true],
    ],
    ['rows between', `${ERROR}\n${ROWS}\n${BODY}`, [false]],
    ['the reading first', `${BODY}\n${ERROR}`, [false]],
    ['a time of its own', `2026-03-07T12:00:00Z ${ERROR}\n${BODY}`, [false]],
    ['a reading that cannot be read', `${ERROR}\n${BODY.slice(0, 150)}`, [false]],
  ])('%s', (_, text, expected) => {
    expect(readWith(text)).toEqual(expected)
  })

  it('another error between belongs to the reading, the first to nothing', () => {
    const other = 'LLM provider error: Error code: 503 - busy\n'
    const errors = paste(`${ERROR}\n${other}\n${BODY}`).evidence.errors
    expect(errors.map((error) => `${error.status} ${error.readWith !== null}`).toSorted()).toEqual([
      '429 false',
      '503 true',
    ])
  })

  it('separate inputs are never joined', () => {
    expect(paste(ERROR).evidence.errors[0]?.readWith).toBeNull()
  })
})

it('many times one error costs as much as many lines', () => {
  const text = `${ERROR.trim()}\n`.repeat(20_000)
  const { errors } = paste(text).evidence
  expect(errors).toHaveLength(1)
  expect(errors[0]?.origins).toHaveLength(20_000)
})
