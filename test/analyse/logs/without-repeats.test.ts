import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutRepeats } from '../../../shared/analyse/logs/without-repeats.ts'
import { mergeEvidence } from '../../../shared/evidence/merge.ts'
import { parseInput } from '../../../shared/parse/parse-input.ts'
import { UNKNOWN_ZONE } from '../../../shared/time/zone.ts'

const T = 1787208800000
const RATE = "429 We're receiving too many requests at the moment. Please wait a moment and try again."
const clock = (at: number) =>
  `2026-08-20T06:53:${String(20 + Math.floor(at / 1000)).padStart(2, '0')}.${String(at % 1000).padStart(3, '0')}Z`

const asked = (at: number, step: string) => `${clock(at)} INFO  llm request  turnStep=${step}`
const answered = (at: number, step: string, length: number) =>
  `${clock(at)} INFO  llm response  turnStep=${step} ttftMs=${length} streamDurationMs=0 outputTokens=7`
const refused = (at: number, step: string) =>
  `${clock(at)} WARN  llm request failed  turnStep=${step} model=kimi-code/k3 errorMessage="${RATE}" statusCode=429`

const wireAsked = (at: number, turnStep: string) =>
  JSON.stringify({ type: 'llm.request', agentId: 'main', kind: 'loop', model: 'k3', turnStep, time: T + at })
const wireUsed = (at: number) =>
  JSON.stringify({
    type: 'usage.record',
    agentId: 'main',
    model: 'kimi-code/k3',
    usage: { inputOther: 1, output: 7, inputCacheRead: 0, inputCacheCreation: 0 },
    usageScope: 'turn',
    time: T + at,
  })
const wireRetrying = (at: number) =>
  JSON.stringify({
    type: 'turn.step.retrying',
    agentId: 'main',
    errorMessage: RATE,
    statusCode: 429,
    time: T + at,
  })

const read = (files: Readonly<Record<string, readonly string[]>>) =>
  mergeEvidence(
    ...Object.entries(files).map(([input, lines]) => {
      const raw = { at: null, via: 'file', input, source: null, body: `${lines.join('\n')}\n` } as const
      return parseInput(raw, { zone: UNKNOWN_ZONE }).evidence
    }),
  )

const LOG = [asked(0, '0.1'), refused(60, '0.1'), asked(700, '0.2'), answered(2_500, '0.2', 1_790)]
const WIRE = [wireAsked(2, '0.1'), wireRetrying(75), wireAsked(703, '0.2'), wireUsed(2_501)]

it('a request and a refusal that log and wire tell are one each, and say what either does', () => {
  const { calls, errors } = withoutRepeats(
    read({ 'logs/kimi-code.log': LOG, 'agents/main/wire.jsonl': WIRE }),
  )
  expect(calls.map(({ agent, outcome, inputTokens }) => [agent, outcome, inputTokens])).toEqual(
    expect.arrayContaining([
      ['main', 'failure', null],
      ['main', 'success', 1],
    ]),
  )
  expect(calls).toHaveLength(2)
  expect(errors.map(({ origins }) => origins.length)).toEqual([2])
})

it('ten refusals of one moment are ten, in the log and in the wires of their agents', () => {
  const steps = Array.from({ length: 10 }, (_, index) => index)
  const log = [...steps.map((n) => asked(n * 20, '0.1')), ...steps.map((n) => refused(300 + n * 20, '0.1'))]
  const wires = Object.fromEntries(
    steps.map((n) => [
      `agents/agent-${n}/wire.jsonl`,
      [wireAsked(n * 20 + 1, '0.1'), wireRetrying(310 + n * 20)].map((line) =>
        line.replaceAll('"main"', `"agent-${n}"`),
      ),
    ]),
  )
  const { calls, errors } = withoutRepeats(read({ 'kimi-code.log': log, ...wires }))
  expect([calls.length, errors.length]).toEqual([10, 10])
  expect(new Set(calls.map(({ agent }) => agent)).size).toBe(10)
  expect(errors.map(({ attempts }) => attempts)).toEqual(Array(10).fill(1))
})

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['an answer', [asked(0, '0.1')], [answered(1_800, '0.1', 1_795)], ['success 1795']],
  ['a refusal', [asked(0, '0.1')], [refused(60, '0.1')], ['failure 60']],
  [
    'an answer that is of another request',
    [asked(0, '0.1')],
    [answered(9_000, '0.1', 1_000)],
    ['unknown null', 'success 1000'],
  ],
  [
    'a refusal, which is taken for that of another until that one is answered,',
    [asked(0, '0.1')],
    [asked(400, '0.1'), refused(450, '0.1'), answered(2_500, '0.1', 1_850)],
    ['failure 450', 'success 1850'],
  ],
  [
    'a refusal and an answer that is too late for the other',
    [asked(0, '0.1')],
    [asked(400, '0.1'), refused(450, '0.1'), answered(2_500, '0.1', 1_849)],
    ['success 1849', 'failure 50'],
  ],
  [
    'one refusal of two requests',
    [asked(0, '0.1'), asked(100, '0.1')],
    [refused(300, '0.1')],
    ['unknown null', 'unknown null'],
  ],
  [
    'two refusals of two',
    [asked(0, '0.1'), asked(100, '0.1')],
    [refused(300, '0.1'), refused(310, '0.1')],
    ['failure null', 'failure null'],
  ],
  [
    'one refusal more than there are requests',
    [asked(0, '0.1')],
    [refused(60, '0.1'), refused(90, '0.1')],
    ['failure 60', 'failure null'],
  ],
  [
    'a refusal after five minutes',
    [asked(0, '0.1').replace('06:53:', '06:48:')],
    [refused(0, '0.1')],
    ['failure 300000'],
  ],
  [
    'a refusal after more',
    [asked(0, '0.1').replace('06:53:', '06:48:')],
    [refused(1, '0.1')],
    ['unknown null', 'failure null'],
  ],
])('the rotation of a log cuts %s from its request', (_, first, second, expected) => {
  const { calls } = withoutRepeats(read({ 'kimi-code.log.1': first, 'kimi-code.log': second }))
  expect(calls.map(({ outcome, durationMs }) => `${outcome} ${durationMs}`).toSorted()).toEqual(
    [...expected].toSorted(),
  )
})

interface Played {
  readonly begin: number
  readonly end: number
  readonly isRefused: boolean
}

/** What several agents do side by side, each one request after another; they may begin in the same millisecond. */
const agents = fc
  .array(
    fc.array(
      fc.record({ gap: fc.nat(400), length: fc.integer({ min: 20, max: 3_000 }), isRefused: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.flatMap((requests): readonly (Played & { readonly step: string })[] => {
      let at = 0
      return requests.map(({ gap, length, isRefused }, index) => {
        const begin = at + gap
        at = begin + (isRefused ? Math.min(length, 200) : length)
        return { begin, end: at, isRefused, step: `0.${index + 1}` }
      })
    }),
  )

it('two refusals of one millisecond are two, also where the calls began in another', () => {
  const lines = [asked(0, '0.3'), asked(0, '0.4'), refused(200, '0.3'), refused(200, '0.4')]
  expect(withoutRepeats(read({ 'kimi-code.log': lines })).errors).toHaveLength(2)
})

it('wherever a log of several agents is cut, no call is added, lost or said to have failed that did not', () => {
  fc.assert(
    fc.property(agents, fc.double({ min: 0, max: 1, noNaN: true }), (played, share) => {
      const lines = played
        .flatMap(({ begin, end, isRefused, step }) => [
          { at: begin, line: asked(begin, step) },
          { at: end, line: isRefused ? refused(end, step) : answered(end, step, end - begin) },
        ])
        .toSorted((a, b) => a.at - b.at)
        .map(({ line }) => line)
      const cut = Math.floor(share * lines.length)
      const { calls, errors } = withoutRepeats(
        read({ 'kimi-code.log.1': lines.slice(0, cut), 'kimi-code.log': lines.slice(cut) }),
      )
      const ends = played.flatMap(({ isRefused, end }) => (isRefused ? [end] : []))
      const refusals = ends.length
      expect(calls).toHaveLength(played.length)
      // two of one millisecond in two files may be the same one, written twice
      expect(errors.length).toBeLessThanOrEqual(refusals)
      expect(errors.length).toBeGreaterThanOrEqual(new Set(ends).size)
      expect(calls.filter(({ outcome }) => outcome === 'success')).toHaveLength(played.length - refusals)
      expect(calls.filter(({ outcome }) => outcome === 'failure').length).toBeLessThanOrEqual(refusals)
    }),
    { numRuns: 300 },
  )
})

it.each<[string, Readonly<Record<string, readonly string[]>>]>([
  ['two refusals of the wire alone', { 'wire.jsonl': [wireRetrying(0), wireRetrying(500)] }],
  [
    'other words',
    { 'kimi-code.log': [refused(0, '0.1').replaceAll('429', '503')], 'wire.jsonl': [wireRetrying(10)] },
  ],
  ['another moment', { 'kimi-code.log': [refused(0, '0.1')], 'wire.jsonl': [wireRetrying(1_001)] }],
])('%s: nothing is joined', (_, files) => {
  expect(withoutRepeats(read(files)).errors).toHaveLength(2)
})

it('is the same in whatever order its files were read', () => {
  const files = Object.entries({
    'kimi-code.log.1': LOG.slice(0, 3),
    'kimi-code.log': LOG.slice(3),
    'agents/main/wire.jsonl': WIRE,
  })
  const told = withoutRepeats(read(Object.fromEntries(files)))
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(withoutRepeats(read(Object.fromEntries(shuffled)))).toEqual(told)
    }),
  )
})
