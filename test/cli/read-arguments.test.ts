import { describe, expect, it } from 'vitest'
import type { ReportArguments } from '../../shared/cli/report-arguments.ts'
import { runCommand } from '../../shared/cli/run-command.ts'
import { at } from '../time/given.ts'
import { worldOf } from './world-of.ts'

/** What the words behind `report` ask for, and what is said of words that ask for nothing. */
async function readWords(words: readonly string[]): Promise<{
  readonly found: ReportArguments | null
  readonly said: string
}> {
  const { world, run } = worldOf()
  let found: ReportArguments | null = null
  await runCommand(['report', ...words], world, {
    report: (request) => {
      found = request
      return Promise.resolve(0)
    },
    keep: () => Promise.resolve(0),
    send: () => Promise.resolve(0),
    watch: () => Promise.resolve(0),
    wait: () => Promise.resolve(0),
  })
  return { found, said: run.stderr }
}

const read = async (...words: string[]) => (await readWords(words)).found

describe('a command line', () => {
  it('has defaults: unknown zone, masked, a format by who reads it', async () => {
    expect(await read('a.txt')).toEqual({
      inputs: [{ file: 'a.txt', zone: 'unknown', takenAt: null }],
      zone: null,
      now: null,
      account: null,
      claims: [],
      format: null,
      output: null,
      language: null,
      unmasked: false,
      together: null,
    })
  })

  it.each([
    [['--zone', '-08:00'], '-08:00'],
    [['--zone=-08:00'], '-08:00'],
    [['--zone', '+1'], '+01:00'],
    [['--zone', 'Asia/Kathmandu'], 'Asia/Kathmandu'],
    [['--zone', 'unknown'], 'unknown'],
  ])('%j', async (words, zone) => {
    expect(await read('a.txt', ...words)).toMatchObject({ zone, inputs: [{ zone }] })
  })

  it.each([
    ['rows.txt@Europe/Berlin', 'rows.txt', 'Europe/Berlin'],
    ['rows.txt@-03:00', 'rows.txt', '-03:00'],
    ['-@+02:00', '-', '+02:00'],
    ['-', '-', 'unknown'],
    ['me@home.txt', 'me@home.txt', 'unknown'],
    ['me@home.txt@UTC', 'me@home.txt', 'UTC'],
  ])('%s', async (word, file, zone) => {
    expect((await read(word))?.inputs).toEqual([{ file, zone, takenAt: null }])
  })

  it('takes times, claims and the rest', async () => {
    const words = [
      'a',
      'b=c',
      '--taken-at',
      'a=2026-03-02T16:37:00Z',
      '--taken-at=b=c=2026-03-07T12:00:00+01:00',
    ]
    expect(
      await read(
        ...words,
        '--claim',
        'one',
        '--claim',
        '-2',
        '--now',
        '2026-03-09T00:00:00Z',
        '--format',
        'md',
        '--unmasked',
      ),
    ).toMatchObject({
      inputs: [{ takenAt: at('2026-03-02T16:37:00Z') }, { takenAt: at('2026-03-07T11:00:00Z') }],
      claims: ['one', '-2'],
      now: at('2026-03-09T00:00:00Z'),
      format: 'md',
      unmasked: true,
    })
  })

  it('takes everything after -- for files', async () => {
    expect((await read('--zone', 'UTC', '--', '--zone'))?.inputs).toMatchObject([
      { file: '--zone', zone: 'UTC' },
    ])
  })

  it.each([
    [['--json'], 'json', null],
    [['-o', 'report.html'], 'html', 'report.html'],
    [['-o', 'report.txt'], 'text', 'report.txt'],
    [['-o', 'report'], null, 'report'],
    [['-o', 'report.md', '--format', 'csv'], 'csv', 'report.md'],
    [['-o', '-'], null, null],
  ])('%j writes %s to %s', async (words, format, output) => {
    expect(await read('a', ...words)).toMatchObject({ format, output })
  })
})

it.each([
  [['a', '--zone', 'Mars/Olympus'], '--zone Mars/Olympus: write a zone'],
  [['a', '--zone'], "option '--zone <zone>' argument missing"],
  [['a', '--now', '2026-03-09'], '--now 2026-03-09: write a time with its zone'],
  [['a', '--format', 'xml'], 'Allowed choices are text, json, md, html, csv, ics, svg'],
  [['a', '--json', '--format', 'md'], 'choose one'],
  [['a', '--taken-at', 'a'], '--taken-at a: write FILE=TIME'],
  [['a', '--taken-at', 'b=2026-03-09T00:00:00Z'], 'b is none of the files'],
  [['a', '--taken-at', 'a=yesterday'], '--taken-at a yesterday: write a time'],
  [['a', '--bogus'], "unknown option '--bogus'"],
  [['a', '--zon', 'UTC'], '(Did you mean --zone?)'],
  [['-', '-@UTC'], 'only once'],
  [['a@unknown', '--zone', 'UTC'], 'a file cannot be of unknown zone under --zone UTC'],
] as const)('%j is refused: %s', async (words, message) => {
  const { found, said } = await readWords(words)
  expect(found).toBeNull()
  expect(said).toContain(message)
  expect(said).toMatch(/^[^\n]+ \(--help says more\)\n$/)
})
