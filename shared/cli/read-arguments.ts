import type { Language } from '../time/format.ts'
import { readInstant, type Instant } from '../time/instant.ts'
import { readZone, UNKNOWN_ZONE, type Zone } from '../time/zone.ts'
import { FORMATS, type Format, type InputArgument, type ReportArguments } from './report-arguments.ts'
import { UsageError } from './world.ts'

/** The options of `report` as they were typed. */
export interface ReportOptions {
  readonly zone?: string
  readonly now?: string
  readonly takenAt?: readonly string[]
  readonly account?: string
  readonly claim?: readonly string[]
  readonly format?: Format
  readonly json?: boolean
  readonly output?: string
  readonly lang?: Language
  readonly unmasked?: boolean
  readonly together?: string
}

/** Reads what was typed behind `report`. Throws a UsageError. */
export function readArguments(words: readonly string[], options: ReportOptions): ReportArguments {
  const zone = options.zone === undefined ? null : zoneOf(options.zone, '--zone')
  const inputs = words.map((word) => readInput(word, zone ?? UNKNOWN_ZONE))
  if (inputs.filter(({ file }) => file === '-').length > 1)
    throw new UsageError('standard input (-) can be read only once')
  return {
    inputs: withTakenAt(inputs, options.takenAt ?? []),
    zone,
    now: options.now === undefined ? null : instantOf(options.now, '--now'),
    account: options.account ?? null,
    claims: options.claim ?? [],
    format: readFormat(options),
    output: options.output === undefined || options.output === '-' ? null : options.output,
    language: options.lang ?? null,
    unmasked: options.unmasked ?? false,
    together: readTogether(words, options),
  }
}

/** Comparing accounts reads one folder, and writes for people or programs. */
function readTogether(words: readonly string[], { together, format, output }: ReportOptions): string | null {
  if (together === undefined) return null
  if (words.length > 0) throw new UsageError('--together takes one folder, and no other files')
  if (output !== undefined || (format !== undefined && format !== 'text' && format !== 'json'))
    throw new UsageError('--together writes text or json to standard output')
  return together
}

/** What --format says, else --json, else the ending of the file that is to be written. */
function readFormat({ format, json, output }: ReportOptions): Format | null {
  if (format !== undefined) {
    if (json && format !== 'json') throw new UsageError(`--json and --format ${format}: choose one`)
    return format
  }
  if (json) return 'json'
  const ending = output?.split('.').at(-1) ?? ''
  return FORMATS.find((known) => known === (ending === 'txt' ? 'text' : ending)) ?? null
}

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

/** The zone that is meant. Throws a UsageError that names the option. */
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
