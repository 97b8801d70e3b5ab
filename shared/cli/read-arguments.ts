import { parseArgs } from 'node:util'
import { readInstant, type Instant } from '../time/instant.ts'
import { readZone, UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import {
  FORMATS,
  UsageError,
  type Format,
  type InputArgument,
  type ReportArguments,
} from './report-arguments.ts'

const OPTIONS = {
  'zone': { type: 'string' },
  'now': { type: 'string' },
  'taken-at': { type: 'string', multiple: true },
  'account': { type: 'string' },
  'claim': { type: 'string', multiple: true },
  'format': { type: 'string' },
  'unmasked': { type: 'boolean' },
  'help': { type: 'boolean', short: 'h' },
} as const

/** Reads the words after the program's name. `help` when help is asked for. Throws a UsageError. */
export function readArguments(words: readonly string[]): ReportArguments | 'help' {
  const { values, positionals } = parseWords(words)
  if (values.help) return 'help'
  if (positionals.length === 0) throw new UsageError('no FILE is given')
  const zone = values.zone === undefined ? UNKNOWN_ZONE : zoneOf(values.zone, '--zone')
  const inputs = positionals.map((word) => readInput(word, zone))
  if (inputs.filter(({ file }) => file === '-').length > 1)
    throw new UsageError('standard input (-) can be read only once')
  return {
    inputs: withTakenAt(inputs, values['taken-at'] ?? []),
    zone,
    now: values.now === undefined ? null : instantOf(values.now, '--now'),
    account: values.account ?? null,
    claims: values.claim ?? [],
    format: values.format === undefined ? 'json' : formatOf(values.format),
    unmasked: values.unmasked ?? false,
  }
}

/** parseArgs would take `-@+01:00` for a row of short options. */
const isStandardInput = (word: string): boolean => word.startsWith('-@')

function parseWords(words: readonly string[]) {
  const joined = joinValues(words)
  try {
    const { values, positionals } = parseArgs({
      args: joined.filter((word) => !isStandardInput(word)),
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    })
    return { values, positionals: [...positionals, ...joined.filter(isStandardInput)] }
  } catch (error) {
    // parseArgs explains in several sentences; the first says what is wrong.
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(message.split('. ')[0])
  }
}

/** `--zone -08:00` → `--zone=-08:00`: parseArgs takes a value that begins with a dash for an option. */
function joinValues(words: readonly string[]): string[] {
  const joined: string[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const next = words[index + 1]
    if (word === '--') return [...joined, ...words.slice(index)]
    if (takesValue(word) && next !== undefined) {
      joined.push(`${word}=${next}`)
      index += 1
    } else joined.push(word)
  }
  return joined
}

const takesValue = (word: string): boolean =>
  Object.entries(OPTIONS).some(([name, { type }]) => type === 'string' && word === `--${name}`)

/** `rows.txt@Europe/Berlin`: what stands behind the last @ is a zone only if there is one of that name. */
function readInput(word: string, zone: Zone): InputArgument {
  const cut = word.lastIndexOf('@')
  const own = cut > 0 ? readZone(word.slice(cut + 1)) : null
  if (own === null) return { file: word, zone, takenAt: null }
  if (own === UNKNOWN_ZONE && zone !== UNKNOWN_ZONE)
    throw new UsageError(`${word}: a file cannot be of unknown zone under --zone ${zone}`)
  return { file: word.slice(0, cut), zone: own, takenAt: null }
}

function withTakenAt(inputs: readonly InputArgument[], pairs: readonly string[]): readonly InputArgument[] {
  const times = new Map(pairs.map((pair) => takenAtOf(pair, inputs)))
  return inputs.map((input) => ({ ...input, takenAt: times.get(input.file) ?? null }))
}

function takenAtOf(pair: string, inputs: readonly InputArgument[]): [string, Instant] {
  const cut = pair.lastIndexOf('=')
  if (cut < 1) throw new UsageError(`--taken-at ${pair}: write FILE=TIME`)
  const file = pair.slice(0, cut)
  if (!inputs.some((input) => input.file === file))
    throw new UsageError(`--taken-at ${pair}: ${file} is none of the files`)
  return [file, instantOf(pair.slice(cut + 1), `--taken-at ${file}`)]
}

function zoneOf(text: string, option: string): Zone {
  const zone = readZone(text)
  if (zone === null)
    throw new UsageError(`${option} ${text}: write a zone like Europe/Berlin, +01:00, or unknown`)
  return zone
}

function instantOf(text: string, option: string): Instant {
  const at = readInstant(text)
  if (at === null)
    throw new UsageError(`${option} ${text}: write a time with its zone, like 2026-03-09T00:00:00Z`)
  return at
}

function formatOf(text: string): Format {
  const format = FORMATS.find((known) => known === text)
  if (!format) throw new UsageError(`--format ${text}: write one of ${FORMATS.join(', ')}`)
  return format
}
