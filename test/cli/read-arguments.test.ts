import { describe, expect, it } from 'vitest'
import { readArguments } from '../../shared/cli/read-arguments.ts'
import { at } from '../time/given.ts'

const read = (...words: string[]) => {
  const found = readArguments(words)
  if (found === 'help') throw new Error('help')
  return found
}

describe('a command line', () => {
  it('has defaults: unknown zone, JSON, masked', () => {
    expect(read('a.txt')).toEqual({
      inputs: [{ file: 'a.txt', zone: 'unknown', takenAt: null }],
      zone: 'unknown',
      now: null,
      account: null,
      claims: [],
      format: 'json',
      unmasked: false,
    })
  })

  it.each([
    [['--zone', '-08:00'], '-08:00'],
    [['--zone=-08:00'], '-08:00'],
    [['--zone', '+1'], '+01:00'],
    [['--zone', 'Asia/Kathmandu'], 'Asia/Kathmandu'],
    [['--zone', 'unknown'], 'unknown'],
  ])('%j', (words, zone) => {
    expect(read('a.txt', ...words)).toMatchObject({ zone, inputs: [{ zone }] })
  })

  it.each([
    ['rows.txt@Europe/Berlin', 'rows.txt', 'Europe/Berlin'],
    ['rows.txt@-03:00', 'rows.txt', '-03:00'],
    ['-@+02:00', '-', '+02:00'],
    ['-', '-', 'unknown'],
    ['me@home.txt', 'me@home.txt', 'unknown'],
    ['me@home.txt@UTC', 'me@home.txt', 'UTC'],
  ])('%s', (word, file, zone) => {
    expect(read(word).inputs).toEqual([{ file, zone, takenAt: null }])
  })

  it('takes times, claims and the rest', () => {
    const words = [
      'a',
      'b=c',
      '--taken-at',
      'a=2026-03-02T16:37:00Z',
      '--taken-at=b=c=2026-03-07T12:00:00+01:00',
    ]
    expect(
      read(
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

  it('takes everything after -- for files', () => {
    expect(read('--zone', 'UTC', '--', '--zone').inputs).toMatchObject([{ file: '--zone', zone: 'UTC' }])
  })

  it('asks for help with or without files', () => {
    expect([readArguments(['--help']), readArguments(['a', '-h'])]).toEqual(['help', 'help'])
  })
})

it.each([
  [[], 'no FILE is given'],
  [['a', '--zone', 'Mars/Olympus'], '--zone Mars/Olympus: write a zone'],
  [['a', '--zone'], "'--zone <value>' argument missing"],
  [['a', '--now', '2026-03-09'], '--now 2026-03-09: write a time with its zone'],
  [['a', '--format', 'xml'], '--format xml: write one of json, md, csv, ics'],
  [['a', '--taken-at', 'a'], '--taken-at a: write FILE=TIME'],
  [['a', '--taken-at', 'b=2026-03-09T00:00:00Z'], 'b is none of the files'],
  [['a', '--taken-at', 'a=yesterday'], '--taken-at a yesterday: write a time'],
  [['a', '--bogus'], "Unknown option '--bogus'"],
  [['a', '--help=yes'], "'-h, --help' does not take an argument"],
  [['-', '-@UTC'], 'only once'],
  [['a@unknown', '--zone', 'UTC'], 'a file cannot be of unknown zone under --zone UTC'],
] as const)('%j is refused: %s', (words, message) => {
  expect(() => readArguments(words)).toThrow(message)
})
