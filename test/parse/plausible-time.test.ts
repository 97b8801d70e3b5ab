import { describe, expect, it } from 'vitest'
import { paste } from './paste.ts'

/** Where a time may stand in what is pasted. */
const PLACES: Readonly<Record<string, (day: string) => string>> = {
  'a row': (day) => `Login Device KimiCLI/1.16.0 ${day.replaceAll('-', '/')} 12:00:00 Failed`,
  'a row with a zone': (day) => `Login Device KimiCLI/1.16.0 ${day} 12:00:00 UTC Failed`,
  'an answer': (day) =>
    `{"requests":[{"requestId":"5b2c3f0e-85dc-4958-9152-02d98e7d7a5b","requestTime":"${day}T12:00:00Z","success":false,"httpStatusCode":429}]}`,
  'an answer with a fraction': (day) =>
    `{"requests":[{"requestId":"5b2c3f0e-85dc-4958-9152-02d98e7d7a5b","requestTime":"${day}T12:00:00.5+08:00","success":false}]}`,
  'a line with an error': (day) => `${day}T12:00:00Z Error code: 429 - ${REFUSED}`,
  'a line without a zone': (day) => `${day} 12:00:00 Error code: 429 - ${REFUSED}`,
  'a panel': (day) => `│ 5h limit  ████ 99% used  (resets at ${day}T12:00:00Z) │`,
}
const REFUSED = "You've reached your usage limit for this billing cycle."

/** All times of what was read, in milliseconds; none where it is undated. */
function timesIn(text: string): readonly number[] {
  const { records, errors, snapshots } = paste(text).evidence
  const whens = [...records, ...errors].flatMap(({ when }): readonly number[] =>
    when.kind === 'span' ? [when.span.from] : when.kind === 'local' ? [when.local.wall] : [],
  )
  const resets = snapshots.flatMap(({ meters }) =>
    meters.flatMap(({ reset }): readonly number[] => (reset?.kind === 'at' ? [reset.at] : [])),
  )
  return [...whens, ...resets]
}

describe.each(Object.entries(PLACES))('a time that cannot be meant, in %s', (_, place) => {
  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '1970-01-01', '2019-12-30', '2100-01-02', '9999-12-31'])(
    '%s is none',
    (day) => {
      expect(timesIn(place(day))).toEqual([])
    },
  )

  it.each(['2020-01-02', '2026-03-02', '2099-12-30'])('%s is one', (day) => {
    expect(timesIn(place(day))).toHaveLength(1)
  })
})
