import { describe, expect, it } from 'vitest'
import type { ReportJson } from '../../shared/export/report-schema.ts'
import { filesOf, reportOn, VERDICT_CASES } from './verdict-cases.ts'

/** What may become of a word when evidence is put otherwise: the same or a weaker one, never another cause. */
const WEAKER: Readonly<Record<string, readonly string[]>> = {
  supported: ['supported', 'consistent', 'undecidable'],
  contradicted: ['contradicted', 'consistent', 'undecidable'],
  consistent: ['consistent', 'undecidable'],
  undecidable: ['undecidable', 'consistent'],
}

type Files = Readonly<Record<string, string>>

/** Every word that is said of a stretch is the same as before, or weaker. */
function expectSameOrWeaker(before: ReportJson, after: ReportJson): void {
  const known = new Map(before.incidents.map((incident) => [incident.fromLocal ?? incident.from, incident]))
  for (const incident of after.incidents) {
    const was = known.get(incident.fromLocal ?? incident.from)
    // an hour that came twice is told by the order of rows, which a cut may lose: then its times are doubtful, and say so
    if (!was) expect(after.findings.map(({ kind }) => kind)).toContain('doubtful_local_time')
    expect(['unknown', was?.leading]).toContain(incident.leading)
    for (const { cause, verdict } of incident.verdicts) {
      const word = was?.verdicts.find((each) => each.cause === cause)?.verdict ?? 'undecidable'
      expect(WEAKER[word], cause).toContain(verdict)
    }
  }
}

const judgements = ({ incidents }: ReportJson) =>
  incidents.map(({ from, to, leading, verdicts, parts }) => ({
    from,
    to,
    leading,
    words: verdicts.map(({ verdict }) => verdict),
    parts: parts.map((part) => [part.from, part.to, part.leading]),
  }))

/** A file in two, at a line; how much of it comes first is a share. */
function cut(text: string, share: number): readonly [string, string] {
  const lines = text.split('\n')
  const at = Math.max(1, Math.floor(lines.length * share))
  return [lines.slice(0, at).join('\n'), lines.slice(at).join('\n')]
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

/** Captures take a second each. */
const isLong = (files: Files) => Object.values(files).some((text) => text.length > 100_000)

const SEED =
  'usage-history.txt cli-panel.txt error.txt incident-2026-03-07.txt --now 2026-03-09T00:00:00Z --zone'

const CASES: readonly (readonly [name: string, folder: string, words: string])[] = [
  ...Object.entries(VERDICT_CASES).map(([name, { words }]) => [name, name, words] as const),
  ...['unknown', '+00:00', '+01:00', '+02:00'].map(
    (zone) => [`the seed, ${zone}`, '../seed', `${SEED} ${zone}`] as const,
  ),
]

describe.each(CASES)('%s is judged alike', { timeout: 60_000 }, (_, folder, words) => {
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
    for (const share of isLong(files) ? [0.5] : [0.1, 0.3, 0.5, 0.7, 0.9])
      for (const file of names) {
        const [one, other] = cut(files[file] ?? '', share)
        const halves = [`1-${file}`, `2-${file}`] as const
        const pieces = { ...files, [halves[0]]: one, [halves[1]]: other }
        const dated = words.includes('--taken-at') ? words.replace(/--taken-at \S+ /, '') : words
        expectSameOrWeaker(await given, await reportOn(withFiles(dated, file, halves), pieces))
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
