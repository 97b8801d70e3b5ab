import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Incident, Report, Reset } from '../analyse/report.ts'
import { incidentAnswer } from '../analyse/views/answer.ts'
import type { Language } from '../time/format.ts'
import { writeInstant, type Instant } from '../time/instant.ts'
import { wordingFor, type Wording } from '../wording/wording.ts'

/**
 * Blocked windows and resets as a calendar (RFC 5545), in UTC, so that every calendar shows them in its own zone. What
 * has no instant (a block of an unknown zone, or one only known to lie somewhere) is left out: a calendar cannot say
 * "somewhere in there". An open block ends, for now, at the time of the report.
 */
export function writeIcs(report: Report, { language }: { readonly language: Language }): string {
  const wording = wordingFor(language)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quotascope//Quotascope//EN',
    ...report.incidents.flatMap((incident) => blockEvent(incident, report, wording)),
    ...report.resets.flatMap((reset) => resetEvent(reset, report, wording)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function blockEvent(incident: Incident, report: Report, wording: Wording): readonly string[] {
  const { now, zone } = report
  const { span, within, open, grade } = incident.block
  if (!span || within) return []
  return eventLines({
    uid: incident.id,
    stamp: now,
    from: span.from,
    to: open ? now : span.to,
    summary: wording.label('eventBlock', {
      grade: wording.grade(grade),
      cause: wording.cause(incident.leading),
    }),
    description: wording.answerLine(incidentAnswer(incident, report), now, zone),
  })
}

const resetEvent = (
  { window, at, basis, state }: Reset,
  { now }: Report,
  wording: Wording,
): readonly string[] =>
  eventLines({
    uid: `reset:${window}:${at}`,
    stamp: now,
    from: at,
    to: null,
    summary: wording.label('eventReset', {
      window: wording.window(window),
      basis: wording.basis(basis),
      state: wording.resetState(state),
    }),
    description: wording.basisMeaning(basis),
  })

interface Event {
  readonly uid: string
  readonly stamp: Instant
  readonly from: Instant
  readonly to: Instant | null
  readonly summary: string
  readonly description: string
}

const eventLines = (event: Event): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid.replaceAll(':', '-')}@quotascope`,
  `DTSTAMP:${utcText(event.stamp)}`,
  `DTSTART:${utcText(event.from)}`,
  ...(event.to === null ? [] : [`DTEND:${utcText(event.to)}`]),
  `SUMMARY:${escapeText(event.summary)}`,
  `DESCRIPTION:${escapeText(event.description)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** `20260302T152045Z` */
const utcText = (at: Instant): string => `${writeInstant(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

/** At most 75 bytes a line (RFC 5545, 3.1); what follows goes on behind a space, and no character is cut in two. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = utf8ToBytes(character).length
    if (bytes + size > 75) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n')
}
