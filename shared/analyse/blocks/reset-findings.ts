import type { Fact, Finding, Incident } from '../report.ts'

/**
 * Resets and service that do not go together: a reset after which requests were still refused, and service that came
 * back without one although the evidence names that quota.
 */
export const resetFindings = (incidents: readonly Incident[]): readonly Finding[] =>
  incidents.flatMap(({ block, parts }) => {
    if (block.grade !== 'error_text' && block.grade !== 'failed_rows') return []
    const verdicts = parts.flatMap((part) => part.verdicts)
    return verdicts.flatMap(({ facts }): Finding[] => {
      const outlived = facts.find(({ rule, strong }) => rule === 'outlived_reset' && strong)
      const named = facts.filter(({ direct }) => direct)
      const inMidWindow = facts.find(({ rule }) => rule === 'back_in_mid_window')
      return [
        ...(outlived ? [finding('reset_without_service', [outlived])] : []),
        ...(inMidWindow && named.length > 0
          ? [finding('service_without_reset', [inMidWindow, ...named])]
          : []),
      ]
    })
  })

/** The values are those of the timing fact. */
const finding = (kind: Finding['kind'], facts: readonly [Fact, ...Fact[]]): Finding => ({
  kind,
  values: facts[0].values,
  refs: [...new Set(facts.flatMap(({ refs }) => refs))],
})
