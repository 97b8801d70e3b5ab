import { groupBy } from '../../../evidence/group-by.ts'
import { span } from '../../../time/span.ts'
import type { UseRun, UseSource } from './use-runs.ts'

/** What one client did behind one source, for a timeline. Runs of different versions may overlap: then both were in use. */
export interface UseLane {
  readonly source: UseSource
  readonly product: string | null
  readonly requests: number
  readonly failures: number
  readonly runs: readonly UseRun[]
}

export interface UseLanes {
  /** The busiest first. */
  readonly lanes: readonly UseLane[]
  /** So many more clients were in use than lanes are given. */
  readonly leftOut: number
}

/** More lanes than this nobody reads (our choice). */
const MAX_LANES = 12

/** Runs as lanes, one for each source and product; runs of a version with a shorter pause than `join` are drawn as one. */
export function useLanes(runs: readonly UseRun[], join: number): UseLanes {
  const groups = groupBy(runs, ({ source, client }) =>
    JSON.stringify([source.kind, source.name, client.product]),
  )
  const lanes = [...groups.values()]
    .flatMap((group): UseLane[] => {
      const [first] = group
      if (!first) return []
      return [
        {
          source: first.source,
          product: first.client.product,
          requests: sum(group, 'requests'),
          failures: sum(group, 'failures'),
          runs: [...groupBy(group, ({ client }) => client.version).values()]
            .flatMap((version) => joinRuns(version, join))
            .toSorted((a, b) => a.span.from - b.span.from),
        },
      ]
    })
    .toSorted((a, b) => b.requests - a.requests)
  return { lanes: lanes.slice(0, MAX_LANES), leftOut: Math.max(0, lanes.length - MAX_LANES) }
}

const sum = (runs: readonly UseRun[], what: 'requests' | 'failures'): number =>
  runs.reduce((total, run) => total + run[what], 0)

function joinRuns(runs: readonly UseRun[], join: number): readonly UseRun[] {
  const joined: UseRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && run.span.from - last.span.to <= join) joined[joined.length - 1] = oneRun(last, run)
    else joined.push(run)
  }
  return joined
}

const oneRun = (a: UseRun, b: UseRun): UseRun => ({
  ...a,
  span: span(a.span.from, b.span.to),
  requests: a.requests + b.requests,
  failures: a.failures + b.failures,
  refs: [...a.refs.slice(0, 1), ...b.refs.slice(-1)],
})
