import { describe, expect, it } from 'vitest'
import { filesOf, reportOn, VERDICT_CASES } from './verdict-cases.ts'

describe.each(Object.entries(VERDICT_CASES))('%s', (name, { words, right }) => {
  it('is judged as is right', async () => {
    const report = await reportOn(words, filesOf(name))
    const [incident] = report.incidents
    const verdictOn = (cause: string) => incident?.verdicts.find((each) => each.cause === cause)
    for (const [cause, allowed] of Object.entries(right.verdicts ?? {}))
      expect(allowed, cause).toContain(verdictOn(cause)?.verdict)
    if (right.leading) expect(incident?.leading).toBe(right.leading)
    if (right.incidents) expect(report.incidents.map(({ from, to }) => [from, to])).toEqual(right.incidents)
    if (right.parts)
      expect(incident?.parts.map(({ from, to, leading }) => [from, to, leading])).toEqual(right.parts)
    if (right.noFinding) expect(report.findings.map(({ kind }) => kind)).not.toContain(right.noFinding)
    if (right.standingOffset) {
      expect(verdictOn('quota_5h')?.offsetsExcluded?.map(({ offset }) => offset)).not.toContain(
        right.standingOffset,
      )
      expect(Object.keys(verdictOn('quota_5h')?.byOffset ?? {})).toContain(right.standingOffset)
    }
  })
})
