import { basename } from 'node:path'
import { readFileSync } from 'node:fs'
import { withoutRepeats } from '../../../shared/analyse/logs/without-repeats.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import { systemClock } from '../../../shared/time/clock.ts'
import { blockedAbout } from '../blocked.ts'
import { compare, type Comparison } from '../compare.ts'
import { panelDifferences, printedDifferences, readPrinted } from '../printed.ts'
import { readFiles, type ClientFile } from '../read-scenario.ts'
import { truthSchema, type Truth } from '../truth.ts'
import { unwrittenIn } from '../unwritten.ts'
import { historyOf } from './history.ts'
import { isoOf } from './limiter.ts'
import type { Play } from './play.ts'
import type { Scenario } from './scenario.ts'

/** What was read out of one kind of file that a scenario left behind. */
export interface Checked {
  readonly source: string
  readonly read: string
  /** Each difference from the truth, in words; none where all is right. */
  readonly wrong: readonly string[]
}

const PRIVATE = /canary|session_[0-9a-f]{8}|wd_/i

export function truthOf(name: string, scenario: Scenario, { service }: Play, version: string): Truth {
  return truthSchema.parse({
    name,
    what: scenario.what,
    client: `kimi-code-cli/${version}`,
    from: isoOf(service.born),
    to: isoOf(systemClock.now()),
    cap: scenario.cap ?? null,
    parallel: scenario.cap ?? 20,
    calls: service.calls,
  })
}

/** Reads with the product what the client wrote, each kind of file by itself and all together, and holds it against the truth. */
export async function checkAll(
  truth: Truth,
  play: Play,
  { wireIsSilent = false }: Scenario,
): Promise<readonly Checked[]> {
  const fileOf = (path: string): ClientFile => ({ name: nameOf(path), bytes: readFileSync(path) })
  const textFile = (name: string, text: string): ClientFile => ({
    name,
    bytes: new TextEncoder().encode(text),
  })
  const logs = play.files(/sessions\/.*\/logs\/kimi-code\.log(?:\.\d+)?$/).map(fileOf)
  const wires = play.files(/wire\.jsonl$/).map(fileOf)
  const exports = play.exports.map(fileOf)
  const rows = textFile('history.ndjson', historyOf(play.service.calls, truth.from, truth.to))
  const readings = textFile('readings.ndjson', `${play.readings.join('\n')}\n`)
  const sets: readonly (readonly [string, readonly ClientFile[], number])[] = [
    ['log', logs, truth.calls.length],
    ...(wireIsSilent ? [] : ([['wire', wires, 0]] as const)),
    ['export', exports, 0],
    ['all', [...exports, ...logs, ...wires, rows, readings], 0],
  ]
  const blocked = blockedAbout(logs)
  const unwritten = unwrittenIn(logs, truth)
  const checked: Checked[] = []
  for (const [source, files, agentsUnknown] of sets) {
    const evidence = await readFiles(files)
    const read = compare(truth, withoutRepeats(evidence), blocked)
    const found = [
      ...differences(truth, read, wireIsSilent ? read.agentsUnknown : agentsUnknown),
      ...leaksIn(evidence),
    ]
    const wrong = withoutUnwritten(found, unwritten)
    const lost = found.length > wrong.length ? ', without what its log does not hold' : ''
    checked.push({
      source,
      read: `${read.calls} calls, ${read.refusals} refused, up to ${(read.longer / 1000).toFixed(1)} s longer${lost}`,
      wrong,
    })
  }
  return [...checked, checkPrinted(truth, play)]
}

/** A path as a user drags it in: the folders that say whose log it is stay with it. */
const nameOf = (path: string): string => /(?:agents\/[^/]+|logs)\/[^/]+$/.exec(path)?.[0] ?? basename(path)

function differences(truth: Truth, read: Comparison, agentsUnknown: number): readonly string[] {
  const { missed, invented, callsMissed, callsInvented, wrong } = read
  return [
    ...missed.map((text) => `refusal not found: ${text}`),
    ...invented.map((text) => `refusal that was none: ${text}`),
    ...callsMissed.map((text) => `call not found: ${text}`),
    ...callsInvented.map((text) => `call that was none: ${text}`),
    ...wrong,
    ...(read.undated > 0 ? [`${read.undated} refusals without a time`] : []),
    ...(read.withoutLength > 0
      ? [`${read.withoutLength} of ${truth.calls.length} calls without their length`]
      : []),
    ...(read.agentsUnknown === agentsUnknown ? [] : [`${read.agentsUnknown} calls of nobody knows whom`]),
  ]
}

/** Differences but for refusals that stand nowhere: as many of a text as its client has not written down. */
function withoutUnwritten(all: readonly string[], unwritten: ReadonlyMap<string, number>): readonly string[] {
  const isOf = (name: string) => (difference: string) =>
    /^refusal not found: | refused, and read as unknown$/.test(difference) && difference.includes(` ${name}`)
  const excused = [...unwritten].flatMap(([name, count]) => {
    const of = all.filter(isOf(name))
    const missed = of.filter((difference) => difference.startsWith('refusal')).length
    return Math.max(missed, of.length - missed) <= count ? of : []
  })
  return all.filter((difference) => !excused.includes(difference))
}

const leaksIn = (evidence: Evidence): readonly string[] => {
  const leak = PRIVATE.exec(JSON.stringify(evidence))?.[0]
  return leak === undefined ? [] : [`kept what is private: ${leak}`]
}

/** Each text that the client printed, alone and all together, and each panel. */
function checkPrinted(truth: Truth, { printed, screens, panels }: Play): Checked {
  const texts = [...printed, ...screens]
  const all = texts.join('\n\n')
  const evidence = readPrinted(all)
  const wrong = [
    ...new Set([...texts, all].flatMap((text) => printedDifferences(truth, text))),
    ...panels.flatMap(panelDifferences),
    ...leaksIn(evidence),
  ]
  const kinds = new Set(evidence.errors.map(({ errorClass }) => errorClass)).size
  return { source: 'printed', read: `${kinds} kinds of refusal, ${panels.length} panels`, wrong }
}
