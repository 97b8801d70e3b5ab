import { describe, expect, it } from 'vitest'
import { expectOnlyDebts } from './debts.ts'
import { codeFiles, lineOf, withoutComments } from './source-tree.ts'

/** What asks the machine for its time or zone, or works in the machine's zone. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'Date.now': /\bDate\.now\b/g,
  'Date': /\b(?:new\s+Date\b|Date\(|Date\.parse\b)/g,
  'local getter or setter':
    /\.[gs]et(?:Hours|Minutes|Seconds|Milliseconds|Day|Date|Month|FullYear|TimezoneOffset)\(/g,
  'local text': /\.to(?:LocaleDateString|LocaleTimeString|DateString|TimeString)\(/g,
  'zone of the machine': /resolvedOptions\(\)\s*\.timeZone\b/g,
  'format without a zone': /\bIntl\.DateTimeFormat\((?![^)]*\btimeZone\b)/g,
  'Temporal.Now': /\bTemporal\.Now\b/g,
  'performance.now': /\bperformance\.(?:now|timeOrigin)\b/g,
}

/** Where it is right to ask, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'shared/time/': 'the room that owns clock and zone',
  'extension/content/hook/':
    'measures elapsed time in the page, where nothing may be called that a page has replaced',
  'test/bench/': 'a benchmark measures elapsed time',
  'test/e2e/hostile-page.e2e.ts': 'measures inside the page, by its own clock, when the strip came in',
  'test/e2e/hand-over.ts': 'makes its rows inside the page, where nothing of ours can be imported',
  'test/replica/page/': 'stands for a page, which shows the time of the browser that it runs in',
  'test/time/': 'checks shared/time against the machine',
  'test/rules/clock.test.ts': 'names what it forbids',
  'test/e2e/browser/extension-clock.ts': 'sets the clocks of the extension, for pictures',
}

/** `file: what` that ask today. This list may only get shorter. */
const DEBTS: readonly string[] = []

function clocksIn(code: string): { readonly what: string; readonly line: number }[] {
  const plain = withoutComments(code)
  return Object.entries(FORBIDDEN).flatMap(([what, pattern]) =>
    [...plain.matchAll(pattern)].map((match) => ({ what, line: lineOf(plain, match.index) })),
  )
}

const isAllowed = (path: string) => Object.keys(ALLOWED).some((place) => path.startsWith(place))

it('no clock and no local zone outside shared/time', () => {
  const violations = codeFiles()
    .filter((file) => !isAllowed(file.path))
    .flatMap((file) => clocksIn(file.read()).map(({ what, line }) => `${file.path}:${line}: ${what}`))
  expectOnlyDebts(violations, DEBTS)
})

describe('the check itself', () => {
  it.each([
    'const at = Date.now()',
    'const at = new Date()',
    'const at = Date.parse(text)',
    'row.at.getHours()',
    'day.toLocaleDateString("de")',
    'Intl.DateTimeFormat().resolvedOptions().timeZone',
    'new Intl.DateTimeFormat("en", { hour: "numeric" })',
    'const t = performance.now()',
  ])('sees %s', (code) => {
    expect(clocksIn(code)).not.toEqual([])
  })

  it.each([
    'new Intl.DateTimeFormat("en", { month: "long", timeZone: zone })',
    '// never Date.now()',
    'const newDate = readDate(text)',
    'map.get(dayOf(at, zone))',
    'count.toLocaleString()',
  ])('passes %s', (code) => {
    expect(clocksIn(code)).toEqual([])
  })
})
