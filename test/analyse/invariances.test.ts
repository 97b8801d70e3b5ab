import { describe, expect, it } from 'vitest'
import type { ReportJson } from '../../shared/export/report-schema.ts'
import { readInstant } from '../../shared/time/instant.ts'
import { readWallTime } from '../../shared/time/wall.ts'
import { strongerThan, type Said } from './same-or-weaker.ts'
import { filesOf, reportOn, VERDICT_CASES } from './judge/verdict-cases.ts'

/** On the wall where that is all that is known; without an end while it is open. */
const momentOf = (text: string | null | undefined): number =>
  readInstant(text ?? '') ?? readWallTime(text ?? '') ?? Number.POSITIVE_INFINITY

const saidIn = ({ incidents }: ReportJson): readonly Said[] =>
  incidents.map(({ from, to, fromLocal, toLocal, grade, within, leading, parts, verdicts }) => ({
    from: momentOf(from ?? fromLocal),
    to: momentOf(to ?? toLocal),
    grade,
    within,
    leading,
    led: parts.map((part) => part.leading),
    verdicts,
  }))

/** Every word that is said of a stretch is the same as before, or weaker. */
function expectSameOrWeaker(before: ReportJson, after: ReportJson, how = ''): void {
  const broken = strongerThan(saidIn(before), saidIn(after))
  // an hour that came twice is told by the order of rows, which a cut may lose: then its times are doubtful, and say so
  const isDoubtful = after.findings.some(({ kind }) => kind === 'doubtful_local_time')
  expect(isDoubtful ? broken.filter((each) => each.includes('is led by')) : broken, how).toEqual([])
}

const judgements = ({ incidents }: ReportJson) =>
  incidents.map(({ from, to, leading, verdicts, parts }) => ({
    from,
    to,
    leading,
    words: verdicts.map(({ verdict }) => verdict),
    parts: parts.map((part) => [part.from, part.to, part.leading]),
  }))

/** A file in two, at a line. */
const cutAt = (lines: readonly string[], at: number): readonly [string, string] => [
  lines.slice(0, at).join('\n'),
  lines.slice(at).join('\n'),
]

/** The lines to cut at: all where that is asked for (`INVARIANCES=all`), else some. */
function cutsOf(text: string): readonly number[] {
  const lines = text.split('\n').length
  if (process.env['INVARIANCES'] === 'all') return Array.from({ length: lines - 1 }, (_, index) => index + 1)
  const shares = text.length > 100_000 ? [0.5] : [0.1, 0.3, 0.5, 0.7, 0.9]
  return [...new Set(shares.map((share) => Math.max(1, Math.floor(lines * share))))]
}

/** The words of a command line with other files in the place of one. */
const withFiles = (words: string, name: string, others: readonly string[]) =>
  words
    .split(' ')
    .flatMap((word) => (word === name ? others : [word]))
    .join(' ')

const OLD_READING = JSON.stringify({
  at: '2026-05-20T08:00:00Z',
  source: 'usages',
  body: {
    usage: { limit: '100', used: '10', remaining: '90', resetTime: '2026-05-22T08:00:00.400Z' },
    limits: [
      {
        window: { duration: 300, timeUnit: 'TIME_UNIT_MINUTE' },
        detail: { limit: '100', used: '5', remaining: '95', resetTime: '2026-05-20T08:00:00.400Z' },
      },
    ],
  },
})

const SEED =
  'usage-history.txt cli-panel.txt error.txt incident-2026-03-07.txt --now 2026-03-09T00:00:00Z --zone'

const CASES: readonly (readonly [name: string, folder: string, words: string])[] = [
  ...Object.entries(VERDICT_CASES).map(([name, { words }]) => [name, name, words] as const),
  ...['unknown', '+00:00', '+01:00', '+02:00'].map(
    (zone) => [`the seed, ${zone}`, '../seed', `${SEED} ${zone}`] as const,
  ),
]

describe.each(CASES)('%s is judged alike', { timeout: 600_000 }, (_, folder, words) => {
  const files = filesOf(folder)
  const names = Object.keys(files).filter((file) => words.split(' ').includes(file))
  const given = reportOn(words, files)

  it('with the files in another order, or twice', async () => {
    const turned = words.split(' ').toSorted((a, b) => names.indexOf(b) - names.indexOf(a))
    const inputs = turned.filter((word) => names.includes(word))
    const options = words.split(' ').filter((word) => !names.includes(word))
    const again = [...inputs, ...inputs, ...options].join(' ')
    expect(judgements(await reportOn(again, files))).toEqual(judgements(await given))
  })

  it('with a file cut in two', async () => {
    for (const file of names) {
      const text = files[file] ?? ''
      for (const at of cutsOf(text)) {
        const [one, other] = cutAt(text.split('\n'), at)
        const halves = [`1-${file}`, `2-${file}`] as const
        const pieces = { ...files, [halves[0]]: one, [halves[1]]: other }
        const dated = words.includes('--taken-at') ? words.replace(/--taken-at \S+ /, '') : words
        expectSameOrWeaker(
          await given,
          await reportOn(withFiles(dated, file, halves), pieces),
          `${file} cut at ${at}`,
        )
      }
    }
  })

  it('with an old reading beside it', async () => {
    const after = await reportOn(`old.ndjson ${words}`, { ...files, 'old.ndjson': OLD_READING })
    expectSameOrWeaker(await given, after)
  })

  it('with a copy of a text that it has', async () => {
    const report = await given
    const [error] = report.errors.filter(({ from }) => from !== null)
    const said = { ...files, 'copy.txt': error?.text ?? 'nothing was said' }
    expectSameOrWeaker(report, await reportOn(`copy.txt ${words}`, said))
  })
})
