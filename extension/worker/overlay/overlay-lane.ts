import type { Lanes, RequestBucket } from '../../../shared/analyse/views/lanes.ts'
import { HOUR, MINUTE } from '../../../shared/time/duration.ts'
import { formatClock } from '../../../shared/time/format.ts'
import { instant, type Instant } from '../../../shared/time/instant.ts'
import { intersectSpans, mergeSpans, span, spansOverlap, type Span } from '../../../shared/time/span.ts'
import type { KnownZone } from '../../../shared/time/zone.ts'
import type { Wording } from '../../../shared/wording/wording.ts'
import type { OverlayLane, OverlayLaneItem, OverlayTick } from '../../messages/overlay-model.ts'
import type { OverlayWords } from './overlay-words.ts'

/** Requests nearer to each other than this are told as one stretch of activity. */
const ONE_STRETCH = 20 * MINUTE
/** The list beside the picture is for reading: a day has far fewer stretches than this. */
const LONGEST_LIST = 100

/**
 * The day's lane in words and spans. What lies ahead of now is empty but for resets.
 *
 *     ▨▨▨▨▨▨▨▁▁▁_▁▁████▁▁__________│      ┊
 *     not observed    blocked      now    reset
 */
export function overlayLane(
  lanes: Lanes,
  now: Instant,
  zone: KnownZone,
  wording: Wording,
  words: OverlayWords,
): OverlayLane {
  const past = span(lanes.span.from, now)
  const items = laneItems(lanes, past)
  const clock = (at: Instant) => formatClock(at, zone).slice(0, 5)
  const resets = lanes.resets.map(({ window, at, state, basis }) => ({
    at,
    text: words.resetAt(clock(at), wording.window(window), wording.basis(basis), wording.resetState(state)),
  }))
  const twin = [...stretches(lanes, items).map(tell), ...resets].toSorted((a, b) => a.at - b.at)
  const left = twin.length - LONGEST_LIST
  return {
    span: lanes.span,
    now,
    items,
    resets,
    ticks: hours(lanes.span, zone),
    label: words.lane(items.filter(({ state }) => state === 'blocked').length),
    twin: [
      ...(left > 0 ? [words.earlier(left)] : []),
      ...twin.slice(Math.max(0, left)).map(({ text }) => text),
    ],
  }

  function tell({ span: { from, to }, state, requests }: Stretch): OverlayTick {
    const what = state === 'active' ? words.requests(requests) : words.legend[state]
    return { at: from, text: words.stretch(`${clock(from)}–${clock(to)}`, what) }
  }
}

const spansOf = (items: readonly { readonly span: Span }[]): readonly Span[] => items.map((item) => item.span)

/** Blocked lies over active, active over idle; what no capture shows is none of them. */
function laneItems(lanes: Lanes, past: Span): readonly OverlayLaneItem[] {
  const cut = (spans: readonly Span[], state: OverlayLaneItem['state']) =>
    spans.flatMap((each) => {
      const shown = intersectSpans(each, past)
      return shown ? [{ span: shown, state }] : []
    })
  return [
    ...cut(lanes.unobserved, 'unobserved'),
    ...cut(lanes.observed, 'idle'),
    ...cut(spansOf(lanes.requests), 'active'),
    ...cut(spansOf(lanes.blocks.filter(({ within }) => !within)), 'blocked'),
  ]
}

interface Stretch extends OverlayLaneItem {
  readonly requests: number
}

/** The lane as stretches that do not overlap, for the list: what is drawn on top is told, and nothing beneath it. */
function stretches(lanes: Lanes, items: readonly OverlayLaneItem[]): readonly Stretch[] {
  const of = (state: OverlayLaneItem['state']) =>
    items.filter((item) => item.state === state).map((item) => item.span)
  const blocked = mergeSpans(of('blocked'))
  const active = activeStretches(lanes.requests, blocked)
  const over = mergeSpans([...blocked, ...active.map((each) => each.span)])
  const rest = (state: 'idle' | 'unobserved') =>
    of(state)
      .flatMap((each) => without(each, over))
      .filter((each) => each.to - each.from >= MINUTE)
      .map((each) => ({ span: each, state, requests: 0 }))
  const told: Stretch[] = blocked.map((each) => ({ span: each, state: 'blocked', requests: 0 }))
  return [...told, ...active, ...rest('idle'), ...rest('unobserved')]
}

/**
 * Runs of buckets with requests. Of a bucket that a block cuts, the part beside the block is told, with its successes: what
 * failed there belongs to the block.
 */
function activeStretches(buckets: readonly RequestBucket[], blocked: readonly Span[]): readonly Stretch[] {
  const runs: { from: number; to: number; requests: number }[] = []
  for (const bucket of buckets.toSorted((a, b) => a.span.from - b.span.from)) {
    const cut = blocked.some((each) => spansOverlap(each, bucket.span))
    const [beside] = without(bucket.span, blocked)
    const requests = bucket.success + (cut ? 0 : bucket.failure + bucket.unknown)
    if (!beside || requests === 0) continue
    const last = runs.at(-1)
    if (last && beside.from - last.to <= ONE_STRETCH && !between(last.to, beside.from, blocked)) {
      last.to = beside.to
      last.requests += requests
    } else runs.push({ from: beside.from, to: beside.to, requests })
  }
  return runs.map(({ from, to, requests }) => ({ span: span(from, to), state: 'active', requests }))
}

const between = (from: number, to: number, spans: readonly Span[]): boolean =>
  spans.some((each) => each.from >= from && each.to <= to)

/** What is left of a span beside a sorted, disjoint list. */
function without(whole: Span, cut: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let { from } = whole
  for (const each of cut) {
    if (!spansOverlap(whole, each)) continue
    if (each.from > from) left.push(span(from, each.from))
    from = instant(Math.max(from, each.to))
  }
  return from < whole.to ? [...left, span(from, whole.to)] : left
}

/** Every sixth hour of the reader's clock. All zones in use are whole quarters of an hour ahead of UTC. */
function hours({ from, to }: Span, zone: KnownZone): readonly OverlayTick[] {
  const ticks: OverlayTick[] = []
  const quarter = HOUR / 4
  for (let at = Math.ceil(from / quarter) * quarter; at < to; at += quarter) {
    const text = formatClock(instant(at), zone)
    if (text.endsWith(':00:00') && Number(text.slice(0, 2)) % 6 === 0)
      ticks.push({ at, text: text.slice(0, 5) })
  }
  return ticks
}
