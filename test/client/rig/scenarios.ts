import { appendFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../../shared/time/clock.ts'
import { agents, quotas, work } from './parts.ts'
import type { Scenario } from './scenario.ts'

const FOUR_TRIES = { KIMI_LOOP_MAX_ATTEMPTS_PER_STEP: '4' }
const THREE_TRIES = { KIMI_LOOP_MAX_ATTEMPTS_PER_STEP: '3' }
/** Answers that take so long that subagents overlap. */
const SLOW = { first: [400, 700], stream: [900, 1_800] } as const

/** What is played, under the name by which `npm run client -- NAME` knows it. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'normal': {
    what: 'ordinary work, two subagents at once, the export',
    quotas: quotas(),
    scripts: {
      main: work(3),
      fan: [{ text: 'Two helpers.', tools: agents(2) }, { text: 'Both are back.' }],
      sub: work(2),
    },
    async play(it) {
      it.read()
      await it.prompt('main')
      await it.goOn('fan', { args: ['--output-format', 'stream-json'] })
      it.read()
      await it.export()
    },
  },
  'cap403-agents': {
    what: 'eight subagents at once under a cap of 4, refused with 403, which the client does not repeat',
    cap: 4,
    quotas: quotas(),
    ...SLOW,
    scripts: { main: [{ text: 'Eight helpers.', tools: agents(8) }, { text: 'Enough.' }], sub: work(2) },
    async play(it) {
      it.read()
      await it.prompt('main')
      it.read()
      await it.export()
    },
  },
  'cap429-agents': {
    what: 'eight subagents at once under a cap of 4, refused with the ambiguous 429, which the client repeats',
    cap: 4,
    capText: 'ambiguous429',
    quotas: quotas(),
    ...SLOW,
    scripts: { main: [{ text: 'Eight helpers.', tools: agents(8) }, { text: 'Enough.' }], sub: work(2) },
    async play(it) {
      it.read()
      await it.prompt('main')
      it.read()
      await it.export()
    },
  },
  'quota5h': {
    what: 'the 5-hour quota is used up in the middle of work, tried again, and back after its reset',
    quotas: quotas({ limit: 40, used: 36 }),
    scripts: { main: work(6), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      it.read()
      for (let tries = 0; tries < 3; tries += 1) await it.goOn('more')
      it.service.resetIn(3_000)
      await sleep(6_000)
      await it.goOn('more')
      it.read()
      await it.export()
    },
  },
  'quota5h-old429': {
    what: 'the same in the older wording and status, with counts alone in /usages and four tries a step',
    quotas: quotas({ limit: 40, used: 36, text: 'quota5h429' }),
    usages: 'legacy',
    env: FOUR_TRIES,
    scripts: { main: work(6), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      await it.goOn('more')
      it.service.resetIn(3_000)
      await sleep(6_000)
      await it.goOn('more')
      it.read()
      await it.export()
    },
  },
  'quota7d': {
    what: 'the weekly quota is used up, and not back by the end',
    quotas: quotas({}, { used: 3_997 }),
    scripts: { main: work(6), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      await it.goOn('more')
      it.read()
      await it.export()
    },
  },
  'quotaMonth': {
    what: 'the monthly pool is used up: 429, which the client does not repeat',
    quotas: quotas({}, {}, { used: 19_997, text: 'quotaMonth429' }),
    scripts: { main: work(6), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      await it.goOn('more')
      it.read()
      await it.export()
    },
  },
  'ambiguous429': {
    what: 'half a minute of the ambiguous 429 for one agent that asks one thing at a time, then it passes',
    quotas: quotas(),
    scripts: { main: work(4), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      it.service.refuse({ with: 'ambiguous429', until: systemClock.now() + 30_000 })
      await it.goOn('more')
      it.read()
      await it.export()
    },
  },
  'retry-after': {
    what: 'the ambiguous 429 with a retry-after of 7 s',
    quotas: quotas(),
    retryAfter: 7,
    scripts: { main: work(2), more: work(1) },
    async play(it) {
      await it.prompt('main')
      await it.refused('ambiguous429', 'more', 2)
      await it.export()
    },
  },
  'for-ever': {
    what: 'the ambiguous 429 under KIMI_CODE_INFINITE_RETRY',
    quotas: quotas(),
    env: { KIMI_CODE_INFINITE_RETRY: '1' },
    wireIsSilent: true,
    scripts: { main: work(1), more: work(1) },
    async play(it) {
      await it.prompt('main')
      await it.refused('ambiguous429', 'more', 4)
      await it.export()
    },
  },
  'overloaded': {
    what: 'the engine is overloaded for a while, and the client repeats until it is not',
    quotas: quotas(),
    scripts: { main: work(3), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      await it.refused('overloaded429', 'more', 3)
      it.read()
      await it.export()
    },
  },
  'overloaded-out': {
    what: 'the engine is overloaded until the client gives up',
    quotas: quotas(),
    env: FOUR_TRIES,
    scripts: { main: work(2), more: work(1) },
    async play(it) {
      await it.prompt('main')
      await it.refused('overloaded429', 'more')
      await it.goOn('more')
      await it.export()
    },
  },
  'faults': {
    what: 'overload by 429 and 503, 500, 502, a limiter that failed, a reset, a stream that breaks off, a 400, a call that is given up',
    quotas: quotas(),
    env: THREE_TRIES,
    scripts: {
      main: work(2),
      more: work(1),
      broken: [{ text: 'This breaks off in the middle of a sentence.', breaks: true }],
      hang: [{ text: 'Slow.', first: 60_000 }],
    },
    async play(it) {
      it.read()
      await it.prompt('main')
      for (const text of ['overloaded429', 'overloaded503', 'server500', 'gateway502', 'limiter500'] as const)
        await it.refused(text, 'more', 2)
      await it.refused('unavailable503', 'more', 3)
      it.service.refuse({ with: 'reset', count: 2 })
      await it.goOn('more')
      await it.goOn('broken')
      await it.refused('bad400', 'more', 1)
      await it.goOn('hang', { interruptAfter: 8_000 })
      await it.goOn('more')
      await it.export()
    },
  },
  'account': {
    what: '401, 402, and 403 for the client, the plan and the balance',
    quotas: quotas(),
    scripts: { main: work(2), more: work(1) },
    async play(it) {
      it.read()
      await it.prompt('main')
      for (const text of ['auth401', 'membership402', 'client403', 'plan403', 'balance403'] as const)
        await it.refused(text, 'more')
      await it.goOn('more')
      it.read()
      await it.export()
    },
  },
  'two-sessions': {
    what: 'two sessions side by side over one cap',
    cap: 5,
    quotas: quotas(),
    ...SLOW,
    scripts: {
      first: [{ text: 'Three helpers.', tools: agents(3) }, { text: 'Back.' }],
      second: [{ text: 'Four helpers.', tools: agents(4) }, { text: 'Back.' }],
      sub: work(2),
    },
    async play(it) {
      it.read()
      const folder = it.newFolder('CANARY-workdir-two')
      await Promise.all([it.prompt('first'), sleep(600).then(() => it.prompt('second', { folder }))])
      for (const session of it.sessions()) await it.export(session)
    },
  },
  'rotation': {
    what: "the session's log is rotated in the middle of work, between a request and its end as it happens",
    quotas: quotas(),
    scripts: { main: work(2), more: work(12) },
    async play(it) {
      await it.prompt('main')
      const [log] = it.files(/sessions\/.*\/logs\/kimi-code\.log$/)
      if (log === undefined) throw new Error('the client wrote no log')
      // As if it had been at work for weeks: with lines of its own, up to a little less than it keeps in one file.
      const line = '2026-01-01T00:00:00.000Z INFO  minidb query-store opening  dir=cache shardCount=16\n'
      appendFileSync(
        log,
        line.repeat(Math.floor((5 * 1024 * 1024 - 1_400 - statSync(log).size) / line.length)),
      )
      await it.goOn('more')
      await it.refused('overloaded429', 'more', 1)
      await it.export()
    },
  },
  'window': {
    what: 'the text interface: work, the usage panel in five widths, refusals, one of them repeated, its own export',
    // Each call is one percent: no two panels show the same.
    quotas: quotas({ limit: 100, used: 15 }, { used: 1_130 }),
    scripts: { main: work(2), more: work(1) },
    async play(it) {
      const screen = await it.open(110, 48)
      await screen.ask('CANARY-PROMPT RIG[main]', /All done/g, 30_000)
      await sleep(1_500)
      for (const columns of [160, 110, 60, 44, 80]) {
        await it.showUsage(screen, columns)
        await screen.ask('RIG[more]', /All done/g, 30_000)
        await sleep(1_500)
      }
      for (const text of ['concurrency403', 'quota7d403', 'auth401', 'membership402'] as const) {
        it.service.refuse({ with: text, count: 9 })
        await screen.type('RIG[more]')
        await sleep(4_000)
        it.service.refuse(null)
      }
      it.service.refuse({ with: 'ambiguous429', count: 2 })
      await screen.type('RIG[more]')
      await sleep(8_000)
      it.screens.push(screen.text())
      await screen.leave()
      await it.export()
    },
  },
}

/** Those that are played with every `npm test`: ordinary work, a limit, the account; under three minutes together. */
export const IN_CI: readonly string[] = ['normal', 'cap403-agents', 'account']
