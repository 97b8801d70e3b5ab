import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Cause, Verdict } from '../../../shared/analyse/report.ts'
import type { ReportJson } from '../../../shared/export/report-schema.ts'
import { reportSchema } from '../../../shared/export/report-schema.ts'
import { runWith } from '../../cli/run-with.ts'

/** What is right in a case; of what is left out nothing is asked. */
interface Right {
  /** Of the only incident, or of the first: one of these words. */
  readonly verdicts?: Partial<Readonly<Record<Cause, readonly Verdict[]>>>
  readonly leading?: Cause | 'unknown'
  /** From and to of all incidents. */
  readonly incidents?: readonly (readonly [from: string | null, to: string | null])[]
  /** From and to of its parts, with the cause that leads each. */
  readonly parts?: readonly (readonly [from: string, to: string | null, leading: Cause | 'unknown'])[]
  readonly noFinding?: string
  readonly standingOffset?: string
}

export interface VerdictCase {
  readonly words: string
  readonly right: Right
}

const FOLDER = new URL('../../fixtures/verdicts/', import.meta.url)

/** The folders of fixtures/verdicts, with the words of the command line and what is right. */
export const VERDICT_CASES: Readonly<Record<string, VerdictCase>> = {
  // The clock of the machine is 10 min 50 s ahead: all pages lack the rows of as long.
  'clock-ahead': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T13:52:00Z',
    right: { verdicts: { quota_5h: ['consistent', 'undecidable'] } },
  },
  // The hour that came twice: the order of the rows says which is which.
  'hour-twice': {
    words: 'rows.txt --zone Europe/Berlin --now 2026-10-25T03:00:00Z',
    right: { incidents: [['2026-10-25T00:57:30Z', '2026-10-25T02:30:00Z']] },
  },
  // Each 5 h window opens with the first call after the last one: one account, and not one for each window.
  'windows-open-at-first-use': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T14:01:00Z',
    right: { verdicts: { quota_5h: ['supported'] }, leading: 'quota_5h', noFinding: 'mixed_accounts' },
  },
  // The undated text is the very one that the log has with times: it points at no silence, and nobody asked after 09:38.
  'undated-copy': {
    words: 'rows.txt kimi.log error.txt --zone UTC --now 2026-06-03T13:02:00Z',
    right: {
      verdicts: { platform: ['supported'] },
      incidents: [['2026-06-03T09:00:00Z', '2026-06-03T09:38:00.001Z']],
    },
  },
  // The clock that dated the copy is 8 minutes slow: offsets lie 15 minutes apart.
  'slow-clock-dates-the-copy': {
    words: 'rows.txt --taken-at rows.txt=2026-06-03T09:22:00Z --zone unknown --now 2026-06-03T09:22:10Z',
    right: { standingOffset: '-04:00' },
  },
  // Rows of 500 and 503, and nothing else: the service failed.
  'only-5xx-rows': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T12:01:00Z',
    right: { verdicts: { platform: ['supported'] }, leading: 'platform' },
  },
  // The same beside a meter that reads full, at which twenty calls had succeeded.
  'server-errors-beside-full-meter': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T13:41:00Z',
    right: {
      verdicts: { platform: ['supported'], quota_5h: ['consistent', 'undecidable'] },
      leading: 'platform',
    },
  },
  // 99 % all through the block, 3 % as service comes back, and no reset was due: Kimi reset it.
  'goodwill-reset': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T12:31:00Z',
    right: { verdicts: { quota_5h: ['consistent', 'undecidable'] } },
  },
  // 60.7 % three minutes after the first refusal, and 99.95 % from then on although nothing succeeded.
  'stale-low-reading': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T13:41:00Z',
    right: { verdicts: { quota_5h: ['consistent', 'undecidable'] } },
  },
  // The whole of the month is used up; Kimi Code's part of it is another meter.
  'two-pools-of-the-month': {
    words: 'captures.ndjson --zone UTC --now 2026-06-03T12:31:00Z',
    right: { verdicts: { quota_month: ['supported'] }, leading: 'quota_month' },
  },
  // Two minutes of one text, sixty times, and three hours of another: time counts, not how often a client retried.
  'short-concurrency-then-quota': {
    words: 'kimi-code.log --zone UTC --now 2026-06-03T13:31:00Z',
    right: {
      verdicts: { quota_5h: ['supported'], concurrency: ['supported'] },
      leading: 'quota_5h',
      incidents: [['2026-06-03T10:00:00Z', '2026-06-03T13:01:00Z']],
      parts: [
        ['2026-06-03T10:00:00Z', '2026-06-03T10:03:00Z', 'concurrency'],
        ['2026-06-03T10:03:00Z', '2026-06-03T13:01:00Z', 'quota_5h'],
      ],
    },
  },
  // The text of one window until its reset, and of another after it, with a reading of the new window.
  'text-and-meter-of-different-windows': {
    words: 'kimi.log reading.ndjson --zone UTC --now 2026-06-03T17:31:00Z',
    right: {
      verdicts: { quota_5h: ['supported'], quota_7d: ['supported'] },
      parts: [
        ['2026-06-03T12:30:00Z', '2026-06-03T13:00:00.400Z', 'quota_5h'],
        ['2026-06-03T16:00:00Z', null, 'quota_7d'],
      ],
      noFinding: 'text_and_meter_disagree',
    },
  },
  // Another text with the same status after the reset says nothing of what was refused before it.
  'text-changes-at-reset': {
    words: 'kimi-code.log later.ndjson --zone UTC --now 2026-06-03T13:41:00Z',
    right: {
      verdicts: { quota_5h: ['consistent', 'undecidable'], platform: ['supported'] },
      parts: [
        ['2026-06-03T12:00:00Z', '2026-06-03T13:00:00.400Z', 'unknown'],
        ['2026-06-03T13:01:00Z', '2026-06-03T13:13:00Z', 'platform'],
      ],
      noFinding: 'reset_without_service',
    },
  },
  // One quota used up twice, in windows that follow each other: no offset has to fit both into one.
  'two-exhausted-windows': {
    words: 'kimi.log usages.json --zone unknown --now 2026-06-03T19:00:00Z',
    right: { standingOffset: '+02:00', verdicts: { quota_5h: ['supported'] } },
  },
}

/** The files of a case, unpacked. */
export function filesOf(name: string): Readonly<Record<string, string>> {
  const folder = new URL(`${name}/`, FOLDER)
  return Object.fromEntries(
    readdirSync(folder).map((file) => {
      const bytes = readFileSync(new URL(file, folder))
      return file.endsWith('.gz')
        ? [file.slice(0, -3), gunzipSync(bytes).toString('utf8')]
        : [file, bytes.toString('utf8')]
    }),
  )
}

/** The report on some files, with the words of a command line. */
export async function reportOn(words: string, files: Readonly<Record<string, string>>): Promise<ReportJson> {
  const { status, stdout, stderr } = await runWith([...words.split(' '), '--format', 'json'], files)
  if (status !== 0) throw new Error(stderr)
  return reportSchema.parse(JSON.parse(stdout))
}
