import type { Meter } from '../../../evidence/kinds/quota-snapshot.ts'
import { snapshotOf } from '../../usages/snapshot.ts'
import type { WindowReading } from '../../usages/window.ts'
import type { Finder } from '../finder.ts'
import { isToldOfKimi, namesOtherService } from '../told-of-kimi.ts'
import { percentMeter } from './percent-meter.ts'
import { readWindowLabel } from './window-label.ts'

const LONGEST = 2_000
const PERCENT = String.raw`(?<percent>\d{1,3}(?:\.\d{1,4})?) ?[%％]`
const SAYS_WHAT = String.raw`(?: ?(?<of>used|left|remaining|已用|剩余))?`
// Words between a window and its share: `weekly usage was only 22%`, `周额度才用了 35%`.
const BETWEEN = String.raw`(?:[ :：=~≈]|is|was|at|shows?|showed|only|just|about|still|used|已用|已使用|使用|用了|用量|只|才|还|为|是|显示|剩余){0,6}`
const ENGLISH = String.raw`weekly(?: (?:usage|limit|quota))?|7[- ]?day (?:usage|limit|quota)|5[- ]?h(?:our)?(?: (?:usage|limit|quota))?|rate limit details|monthly (?:usage|limit|quota)`
const CHINESE = String.raw`(?:本周|每周|周|7 ?天|七天|5 ?小时|五小时|本月|每月|月)(?:的)?(?:用量|额度|限额)|(?:本周|5 ?小时|五小时)|频限明细`
const FORMS = [
  new RegExp(String.raw`(?<![\w-])(?<window>${ENGLISH}|${CHINESE})${BETWEEN}${PERCENT}${SAYS_WHAT}`, 'gi'),
  new RegExp(
    String.raw`(?<![\w.])${PERCENT} (?:of )?(?:the |my )?(?<window>(?:5[- ]?hour|7[- ]?day|weekly|monthly) (?:usage|limit|quota))(?! (?:is|was|at)|:)`,
    'gi',
  ),
]
const SENTENCE_END = /[.!?;]["'”’)]*(?=\s)|[。！？；]/g
/** A sentence about shares of a quota. */
const TELLS = /usage|quota|limit|panel|console|dashboard|used|用量|额度|限额|控制台|已用/i
/** What says of all shares in a sentence, where they do not say it themselves, whether they are used or left; both at once say nothing. */
const USED = /usage|used|用量|已用|用了/i
const LEFT = /left|remaining|剩/i
/** What is wished, feared or asked is no reading. */
const NOT_READ =
  /\b(?:if|when|once|until|should|would|suppose|e\.g\.|for example)\b|如果|假如|例如|比如|等到/i

/**
 * Finds meters that a person tells in a sentence: `the panel showed weekly usage 45%, 5-hour usage 0%`, `本周用量 35%，5小时 12%`.
 * Nobody tells when exactly they were read, so they are looked for only in what has no time of its own, and no verdict rests on
 * them; the text must name Kimi, and its line no other service.
 */
export const findToldMeters: Finder = (lines, from, { piece }) => {
  const line = lines.texts[from] ?? ''
  if (piece.at !== null || line.length > LONGEST || !/[%％]/.test(line) || !TELLS.test(line)) return null
  if (namesOtherService(line) || !isToldOfKimi(lines)) return null
  const matches = FORMS.flatMap((form) => [...line.matchAll(form)])
  const ends = Array.from(line.matchAll(SENTENCE_END), ({ index, 0: end }) => index + end.length)
  const meters = matches.flatMap((match) => {
    const sentence = sentenceAt(line, ends, match.index)
    if (NOT_READ.test(sentence)) return []
    const all = !LEFT.test(sentence) ? 'used' : USED.test(sentence) ? null : 'left'
    return meterOf(match.groups ?? {}, all) ?? []
  })
  const isOfOneReading = new Set(meters.map(({ window }) => window)).size === meters.length
  if (meters.length === 0 || !isOfOneReading) return null
  const at = lines.lineOf(from)
  const snapshot = snapshotOf('told_meters', { meters }, { value: null, at: `line ${at}`, line: at }, piece)
  return {
    source: 'told_meters',
    why: 'meters that are told in a sentence',
    to: from + 1,
    parsed: { snapshots: [snapshot] },
    fromColumn: Math.min(...matches.map(({ index }) => index)),
    toColumn: Math.max(...matches.map(({ index, 0: text }) => index + text.length)),
  }
}

/** The sentence at a column: that an error beside it says "when" makes no condition of what is read. */
function sentenceAt(line: string, ends: readonly number[], column: number): string {
  const from = ends.findLast((end) => end <= column) ?? 0
  return line.slice(
    from,
    ends.find((end) => end > column),
  )
}

function meterOf(
  groups: Readonly<Record<string, string | undefined>>,
  all: 'used' | 'left' | null,
): Meter | null {
  const { window: label = '', percent = '', of: own } = groups
  const window = windowOf(label)
  // "weekly 45 % used, 5-hour 60 % left" says it of each
  const of = own === undefined ? all : LEFT.test(own) ? 'left' : 'used'
  if (!window || of === null || Number(percent) > 100) return null
  return percentMeter(window, {
    text: percent,
    of,
    reset: null,
    missing: ['reset: absent'],
    explicit: true,
  })
}

/** The label that the console gives the window that is meant. */
function windowOf(told: string): WindowReading | null {
  if (/^(?:weekly|7|周|本周|每周|七)/i.test(told)) return readWindowLabel('weekly usage')
  if (/^(?:monthly|月|本月|每月)/i.test(told)) return readWindowLabel('monthly usage')
  return readWindowLabel('rate limit details')
}
