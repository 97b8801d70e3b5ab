import { isKey } from '../evidence/kinds/device.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { maskText } from '../parse/scrub/mask.ts'

/** What stands for the names that people gave to things, and for what may hold such names. */
export interface MaskNames {
  readonly keys: ReadonlyMap<string, string>
  readonly devices: ReadonlyMap<string, string>
  readonly inputs: ReadonlyMap<string, string>
  /** What a person wrote, without ids, addresses, paths and the names above. */
  readonly note: (text: string) => string
  /** What a service or a client wrote, without ids, addresses and paths. */
  readonly message: (text: string) => string
}

/** Numbers names in the order of the alphabet, so that the same evidence gives the same numbers. */
export function maskNamesIn(evidence: Evidence): MaskNames {
  const [listedKeys, listedDevices] = [
    evidence.devices.filter(isKey),
    evidence.devices.filter((each) => !isKey(each)),
  ]
  const keys = numbered('key', [
    ...evidence.records.map(({ source }) => source.name),
    ...listedKeys.map(({ name }) => name),
  ])
  const devices = numbered(
    'device',
    listedDevices.map(({ name }) => name),
  )
  const inputs = numbered('file', [
    ...evidence.captures.filter(({ via }) => via !== 'page' && via !== 'table').map(({ input }) => input),
    ...evidence.rejects.map(({ input }) => input),
  ])
  const replaceNames = namesReplacer([keys, devices, inputs])
  return {
    keys,
    devices,
    inputs,
    note: (text) => replaceNames(maskText(text)),
    message: remembering(maskText),
  }
}

/** Messages repeat by the thousand. */
function remembering(mask: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const masked = known.get(text) ?? mask(text)
    known.set(text, masked)
    return masked
  }
}

/** Inputs that name no file of the user. */
const NOT_A_NAME: ReadonlySet<string> = new Set(['paste', '-'])

function numbered(label: string, names: readonly (string | null)[]): ReadonlyMap<string, string> {
  const given = [...new Set(names)].filter(
    (name): name is string => name !== null && name !== '' && !NOT_A_NAME.has(name) && !/^https?:/.test(name),
  )
  return new Map(given.toSorted(byCodeUnits).map((name, index) => [name, `${label}-${index + 1}`]))
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Replaces names where they stand as words: a key called "a" must not eat every a (Chinese has no gaps between words, so
 * only Latin edges are looked at). Longest names first: "Laptop of Anna" must not leave "of Anna" behind because
 * "Laptop" was replaced.
 */
function namesReplacer(maps: readonly ReadonlyMap<string, string>[]): (text: string) => string {
  const labels = new Map(maps.flatMap((map) => [...map]))
  if (labels.size === 0) return (text) => text
  const names = [...labels.keys()].toSorted((a, b) => b.length - a.length || byCodeUnits(a, b))
  const words = new RegExp(names.map(asWord).join('|'), 'g')
  return (text) => text.replaceAll(words, (name) => labels.get(name) ?? name)
}

function asWord(name: string): string {
  const before = /^[A-Za-z0-9]/.test(name) ? '(?<![A-Za-z0-9])' : ''
  const after = /[A-Za-z0-9]$/.test(name) ? '(?![A-Za-z0-9])' : ''
  return `${before}${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${after}`
}
