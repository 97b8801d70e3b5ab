import { betterWhen } from './better-when.ts'
import type { Device } from './kinds/device.ts'
import { NO_EVIDENCE, type Evidence } from './evidence.ts'
import { betterMeters } from './local-reset.ts'
import { groupBy } from './group-by.ts'
import { joinById } from './join-by-id.ts'
import { joinUserItems } from './kinds/mark.ts'
import { absorbPrintedCosts } from './merge-costs.ts'
import { mergeAllRecords } from './merge-records.ts'
import { mergeOrigins, type Origin } from './origin.ts'
import type { QuotaSnapshot } from './kinds/quota-snapshot.ts'
import type { UnknownField } from './kinds/reject.ts'
import type { When } from './when.ts'

/** Merges evidence of one account. Neither the order of inputs nor repetition matters. */
export const mergeEvidence = (...parts: readonly Evidence[]): Evidence => mergeAllEvidence(parts)

/** The same of parts that may be too many to be arguments of a function: a text may hold a hundred thousand pieces. */
export function mergeAllEvidence(parts: readonly Evidence[]): Evidence {
  if (parts.length === 0) return NO_EVIDENCE
  return {
    records: mergeAllRecords(parts.map((part) => part.records)),
    snapshots: mergeSightings(
      parts.flatMap((part) => part.snapshots),
      joinSnapshots,
    ),
    errors: mergeSightings(parts.flatMap((part) => part.errors)),
    calls: mergeSightings(parts.flatMap((part) => part.calls)),
    costs: [...absorbPrintedCosts(mergeSightings(parts.flatMap((part) => part.costs)))],
    devices: mergeDevices(parts.flatMap((part) => part.devices)),
    marks: mergeUserItems(parts.flatMap((part) => part.marks)),
    annotations: mergeUserItems(parts.flatMap((part) => part.annotations)),
    captures: firstById(parts.flatMap((part) => part.captures)),
    rejects: firstById(parts.flatMap((part) => part.rejects)),
    unknownFields: mergeUnknownFields(parts.flatMap((part) => part.unknownFields)),
  }
}

const byIdOrder = <T extends { readonly id: string }>(items: Iterable<T>): T[] =>
  [...items].toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** An item whose id covers everything but its origins and, without a zone, its time. */
export interface Sighting {
  readonly id: string
  readonly when: When
  readonly origins: readonly Origin[]
}

/** Sorted by id, so that sightings of one thing are adjacent. */
export function mergeSightings<T extends Sighting>(
  items: readonly T[],
  joinTwo: ((a: T, b: T) => T) | null = null,
): T[] {
  return joinById(items, (first, others) => joinAll(first, others, joinTwo))
}

const withoutOrigins = <T extends Sighting>(item: T): T => ({ ...item, origins: [] })

/** Merges all sightings of one thing at once: one text may repeat it ten thousand times. */
function joinAll<T extends Sighting>(first: T, others: readonly T[], joinTwo: ((a: T, b: T) => T) | null): T {
  // Origins go in once, at the end: joined pair by pair they would be copied as often as there are sightings.
  const best = joinTwo ? others.map(withoutOrigins).reduce(joinTwo, withoutOrigins(first)) : first
  const when = others.reduce((better, other) => betterWhen(better, other.when), best.when)
  const origins = mergeOrigins(
    first.origins,
    others.flatMap((other) => other.origins),
  )
  return { ...best, when, origins }
}

/** Merges two sightings of one thing: the better time, and the origins of both. */
export const joinSightings = <T extends Sighting>(a: T, b: T): T => ({
  ...a,
  when: betterWhen(a.when, b.when),
  origins: mergeOrigins(a.origins, b.origins),
})

/** The same of a reading: its resets may have been printed without a zone. */
export const joinSnapshots = (a: QuotaSnapshot, b: QuotaSnapshot): QuotaSnapshot => ({
  ...joinSightings(a, b),
  meters: betterMeters(a, b),
})

/** A device seen twice was first seen at the earlier and last seen at the later sighting. */
const mergeDevices = (devices: readonly Device[]): Device[] =>
  byIdOrder(
    [...groupBy(devices, ({ id }) => id).values()].flatMap(([first, ...others]) =>
      first ? [joinAllDevices(first, others)] : [],
    ),
  )

export const joinDevices = (a: Device, b: Device): Device => joinAllDevices(a, [b])

/** Origins are merged once: one list may name a device ten thousand times. */
function joinAllDevices(first: Device, others: readonly Device[]): Device {
  if (others.length === 0) return first
  const origins = mergeOrigins(
    first.origins,
    others.flatMap((other) => other.origins),
  )
  return { ...others.reduce(joinDeviceTimes, first), origins }
}

function joinDeviceTimes(a: Device, b: Device): Device {
  const [older, newer] = (a.lastSeen ?? 0) <= (b.lastSeen ?? 0) ? [a, b] : [b, a]
  const times = [a.firstSeen, b.firstSeen].filter((at) => at !== null).toSorted((x, y) => x - y)
  return {
    ...newer,
    lastActive: newer.lastActive ?? older.lastActive,
    firstSeen: times[0] ?? null,
    lastSeen: newer.lastSeen ?? older.lastSeen,
  }
}

function mergeUserItems<T extends { readonly id: string; readonly when: When }>(items: readonly T[]): T[] {
  const merged = new Map<string, T>()
  for (const item of items) {
    const known = merged.get(item.id)
    merged.set(item.id, known ? joinUserItems(known, item) : item)
  }
  return byIdOrder(merged.values())
}

function firstById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const first = new Map<string, T>()
  for (const item of items) if (!first.has(item.id)) first.set(item.id, item)
  return byIdOrder(first.values())
}

/** The same capture read twice must not count its fields twice: the larger count of each name is kept. */
function mergeUnknownFields(fields: readonly UnknownField[]): UnknownField[] {
  const merged = new Map<string, UnknownField>()
  for (const field of fields) {
    const key = `${field.source} ${field.path}`
    const known = merged.get(key)
    if (!known || known.count < field.count) merged.set(key, field)
  }
  return [...merged.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, field]) => field)
}
