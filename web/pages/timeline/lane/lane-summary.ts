import type { Lanes } from '../../../../shared/analyse/views/lanes.ts'
import { installationLabel } from '../../../../shared/evidence/installation.ts'
import { spansOverlap, type Span } from '../../../../shared/time/span.ts'
import type { LaneName } from './lane-event.ts'
import type { LaneWords } from './lane-words.ts'
import { requestsIn } from '../requests/request-events.ts'
import { LOOKS, resetLook } from '../resets/reset-events.ts'
import { coverageEvent } from '../blocks/coverage-events.ts'
import { blockEvent } from '../blocks/block-events.ts'

/** What a lane shows in one sentence, for screen readers; the unknown is named as such. */
export function laneSummary(lane: LaneName, lanes: Lanes, shown: Span, words: LaneWords): string {
  const { t } = words
  const name = t(`timeline.lane.${lane}`)
  const parts = PARTS[lane](lanes, shown, words).filter((part) => part !== '')
  return t('timeline.laneSummary', {
    lane: name,
    parts: parts.length > 0 ? parts.join(t('listJoin')) : t('timeline.nothing'),
  })
}

const WINDOWS = ['5h', '7d', 'month', 'other']

type Parts = (lanes: Lanes, shown: Span, words: LaneWords) => readonly string[]

const within = <Each extends { readonly span: Span }>(all: readonly Each[], shown: Span): readonly Each[] =>
  all.filter(({ span }) => spansOverlap(span, shown))

const PARTS: Readonly<Record<LaneName, Parts>> = {
  blocks: ({ blocks }, shown, words) => {
    const seen = within(blocks, shown)
    if (seen.length === 0) return [words.t('timeline.summaryNoBlocks')]
    if (seen.length > 3)
      return [words.t('timeline.blocks', { count: seen.reduce((sum, { count }) => sum + count, 0) })]
    return seen.map((band) => {
      const { time, what } = blockEvent(band, words)
      return `${time} ${what}`
    })
  },
  requests: ({ totals }, _shown, { t }) => [
    t('timeline.requestCount', { count: requestsIn(totals) }),
    ...(['success', 'failure', 'unknown'] as const).flatMap((outcome) =>
      totals[outcome] > 0 ? [t(`timeline.by.${outcome}`, { count: totals[outcome] })] : [],
    ),
  ],
  inFlight: ({ inFlight, cap }, shown, { t }) => {
    const seen = within(inFlight, shown)
    if (seen.length === 0) return []
    const upper = Math.max(...seen.map((each) => each.upper))
    return [
      t('timeline.inFlightMost', { lower: Math.max(...seen.map((each) => each.lower)), upper }),
      ...(cap === null ? [t('timeline.noCap')] : [t('timeline.cap', { cap })]),
    ]
  },
  bursts: ({ bursts }, shown, { t }) => {
    const count = within(bursts, shown).reduce((sum, burst) => sum + burst.count, 0)
    return count === 0 ? [] : [t('timeline.bursts', { count })]
  },
  meters: ({ meters }, _shown, { t, wording }) =>
    meters.length === 0
      ? [t('timeline.noMeters')]
      : meters
          .toSorted((a, b) => WINDOWS.indexOf(a.window) - WINDOWS.indexOf(b.window))
          .flatMap(({ window, pool, segments, ranges }) => {
            const last = segments.at(-1)?.at(-1)?.usedPercent ?? ranges.at(-1)?.max
            if (last === undefined) return []
            return [
              t('timeline.meter', { window: wording.meter({ window, pool }), used: wording.usedShare(last) }),
            ]
          }),
  resets: ({ resets, resetGroups }, shown, { t }) => {
    const seen = resets.filter(({ at }) => at >= shown.from && at < shown.to)
    const groups = within(resetGroups, shown)
    return LOOKS.flatMap((look) => {
      const count =
        seen.filter((reset) => resetLook(reset) === look).length +
        groups.reduce((sum, group) => sum + group[look], 0)
      return count > 0 ? [t('timeline.lookCount', { count, look: t(`timeline.look.${look}`) })] : []
    })
  },
  clients: ({ clients: { lanes, leftOut } }, _shown, { t }) =>
    lanes.length === 0 ? [] : [t('timeline.clientCount', { count: lanes.length + leftOut })],
  devices: ({ devices }, _shown, { t }) =>
    devices.length === 0 ? [] : [t('timeline.deviceCount', { count: devices.length })],
  installations: ({ installations }, shown, { t }) =>
    installations.flatMap(({ installation, spans }) =>
      spans.some((each) => spansOverlap(each, shown))
        ? [t('timeline.sawSomething', { name: installationLabel(installation) })]
        : [],
    ),
  coverage: ({ coverage }, shown, words) => {
    const seen = within(coverage, shown)
    if (seen.length > 4) return [words.t('timeline.stretches', { count: seen.length })]
    return seen.map((stretch) => {
      const { time, what } = coverageEvent(stretch, words)
      return `${time} ${what}`
    })
  },
}
