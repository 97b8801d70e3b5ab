import { describe, expect, it } from 'vitest'
import { isExample, type MaybeExample } from '../../shared/evidence/example.ts'
import { isExampleLabel } from '../../shared/parse/text/example-label.ts'
import { paste } from './paste.ts'
import { english } from './english.ts'

const BODY =
  '{"usage":{"limit":"100","used":"41","remaining":"59","resetTime":"2026-04-14T08:20:30.500000Z"}}'
const OTHER =
  '{"usage":{"limit":"100","used":"12","remaining":"88","resetTime":"2026-04-14T08:20:30.500000Z"}}'
const ERROR = `Error code: 429 - {'error': {'message': "You've reached your concurrent request limit.", 'type': 'x'}}`
const ROW = 'Login Device KimiCLI/1.16.0 2026/03/02 17:25:14 Success'

describe('a line that calls what follows an example', () => {
  it.each([
    'Example response:',
    'Example',
    '### Example response',
    'You can ask for it like this. Example response:',
    'The server answers, for example',
    'e.g.',
    'It looks so, e.g.:',
    'Sample output:',
    '**Example:**',
    '示例：',
    '返回示例:',
    '接口会返回，例如：',
    '比如',
  ])('%s', (text) => {
    expect(isExampleLabel(text)).toBe(true)
  })

  it.each([
    'For example, today I got:',
    'This is my example:',
    'As in the example above, the server said:',
    'For example it fails when the machine sleeps, and nobody knows why it does.',
    'Here is what it said:',
    '例如，我今天收到：',
    'examples/kimi is the folder',
  ])('not: %s', (text) => {
    expect(isExampleLabel(text)).toBe(false)
  })
})

describe('an example', () => {
  const examplesIn = (text: string) => {
    const { errors, snapshots, records } = paste(text).evidence
    const count = (items: readonly MaybeExample[]) => [
      items.filter((item) => !isExample(item)).length,
      items.filter(isExample).length,
    ]
    return { errors: count(errors), readings: count(snapshots), rows: records.length }
  }
  it.each([
    ['a body', `Example response:\n\n${BODY}\n`, { errors: [0, 0], readings: [0, 1], rows: 0 }],
    [
      'a body between fences',
      `Example response:\n\`\`\`json\n${BODY}\n\`\`\`\n`,
      { errors: [0, 0], readings: [0, 1], rows: 0 },
    ],
    [
      'a body on the line of its label',
      `for example: ${BODY}\n`,
      { errors: [0, 0], readings: [0, 1], rows: 0 },
    ],
    [
      'the body after it is none',
      `Example:\n\n${BODY}\n\n${OTHER}\n`,
      { errors: [0, 0], readings: [1, 1], rows: 0 },
    ],
    ['an error', `e.g. ${ERROR}\n`, { errors: [0, 1], readings: [0, 0], rows: 0 }],
    ['a row', `示例：\n${ROW}\n`, { errors: [0, 0], readings: [0, 0], rows: 0 }],
    [
      'the rows after a blank line are none',
      `Example:\n${ROW}\n\n${ROW}\n`,
      { errors: [0, 0], readings: [0, 0], rows: 1 },
    ],
    [
      'the same for real is there too',
      `Example:\n\n${BODY}\n\nand mine:\n\n${BODY}\n`,
      { errors: [0, 0], readings: [1, 0], rows: 0 },
    ],
    [
      'the same error for real, too',
      `${ERROR}\n\nExample:\n${ERROR}\n`,
      { errors: [1, 0], readings: [0, 0], rows: 0 },
    ],
  ])('%s', (_, text, expected) => {
    expect(examplesIn(text)).toEqual(expected)
  })

  it('is another thing than the same for real', () => {
    const [example] = paste(`Example:\n${BODY}`).evidence.snapshots
    const [real] = paste(BODY).evidence.snapshots
    expect(example?.id).not.toBe(real?.id)
  })

  it('of rows leaves a note that says how many', () => {
    const { evidence, pieces } = paste(`Example:\n${ROW}\n`)
    expect(evidence.rejects.map((reject) => [reject.line, english(reject)])).toEqual([
      [2, 'an example: 1 rows or calls in it are not taken for those of the account'],
    ])
    expect(pieces.at(-1)?.why).toBe('an example: rows of the usage history')
  })
})

describe('an error in source code or documentation is an example', () => {
  const LIMIT = "You've reached your 5-hour usage limit."
  const isOne = (text: string) => paste(text).evidence.errors.map(isExample)
  it.each([
    ['declared', `const TEXT = "${LIMIT}"`],
    ['compared', `  if (text === "${LIMIT}") {`],
    ['looked for', `if (message.includes("${LIMIT}")) return 'quota'`],
    ['looked for in Python', `    if "${LIMIT}" in str(error):`],
    ['thrown', `throw new ApiError("${LIMIT}");`],
    ['expected', `  expect(classify("${LIMIT}")).toBe('window_5h')`],
    ['in a comment', `// "${LIMIT}" is the 5 h window`],
    ['in a list', `const ALL = [\n  "${LIMIT}",\n  "other",\n]`],
    ['in a table of Markdown', `| 403 | ${LIMIT} | wait |`],
    ['in a condition', `If you see "${LIMIT}", wait until it ends.`],
    ['in a condition, in Chinese', `如果看到“${LIMIT}”，请等待窗口重置。`],
    ['what it means', `"${LIMIT}" means that the window is used up.`],
    ['in a section on errors', `## Error codes\n\n- 403: ${LIMIT}`],
  ])('%s', (_, text) => {
    expect(isOne(text)).toEqual([true])
  })

  it.each([
    ['in a sentence of one\u2019s own', `I get "${LIMIT}" on every call.`],
    ['in a condition of one\u2019s own', `When I start it, the client says "${LIMIT}".`],
    ['printed by Node', `{\n  status: 403,\n  message: "${LIMIT}",\n  type: 'access_terminated_error',\n}`],
    ['printed by Python', `APIStatusError("Error code: 403 - {'error': {'message': "${LIMIT}"}}")`],
    ['quoted alone', `"${LIMIT}"`],
    ['behind its status', `403 Forbidden: ${LIMIT}`],
    ['in a table with its time', `| 2026-08-20T17:22:37Z | 403 | I was told: ${LIMIT} |`],
    ['in a section on something else', `## What happened\n\n- 403: ${LIMIT}`],
  ])('not: %s', (_, text) => {
    expect(isOne(text)).toEqual([false])
  })
})
