import { groupBy } from '../../../evidence/group-by.ts'
import { instant } from '../../../time/instant.ts'
import { wallTime } from '../../../time/wall.ts'
import type { Frame } from '../../clocks/placed-records.ts'
import type { FactValue, Finding } from '../../report.ts'
import type { Rules } from '../../rules.ts'
import { compareVersions } from './client-name.ts'
import type { UseRun } from './use-runs.ts'

/** When one version of a client was in use. */
interface VersionUse {
  readonly version: string | null
  readonly from: number
  readonly to: number
  readonly refs: readonly string[]
}

/**
 * What the rows tell of the clients: one that had not been seen before, one that was upgraded, two versions side by
 * side. Rows name no device, so "new" is new to the history that is kept, and says nothing of who sat before it.
 */
export function clientFindings(
  runs: readonly UseRun[],
  clock: Frame['clock'],
  { use }: Rules,
): readonly Finding[] {
  const [earliest] = runs
  if (!earliest) return []
  const timeOf = (at: number): FactValue =>
    clock === 'utc' ? { unit: 'instant', value: instant(at) } : { unit: 'wall', value: wallTime(at) }
  const clients = groupBy(runs, ({ source, client }) =>
    JSON.stringify([source.kind, source.name, client.product]),
  )
  return [...clients.values()].flatMap((ofClient): Finding[] => {
    const [first] = ofClient
    if (!first) return []
    const name = {
      client: { unit: 'text', value: first.client.product ?? '?' },
      source: { unit: 'text', value: sourceText(first) },
    } as const
    const known = first.span.from - earliest.span.from
    const isNew = known >= use.newAfter
    return [
      ...(isNew
        ? [
            {
              kind: 'client_new',
              values: { ...name, at: timeOf(first.span.from), known: { unit: 'duration', value: known } },
              refs: first.refs.slice(0, 1),
            } satisfies Finding,
          ]
        : []),
      ...versionChanges(versionsOf(ofClient), name, timeOf, use.pause),
    ]
  })
}

/** As the console prints it: the name of the key, or its own words for any signed-in device. */
const sourceText = ({ source: { kind, name } }: UseRun): string =>
  kind === 'login_device' ? 'Login Device' : (name ?? '?')

/** The versions of a client in the order in which they first came up. */
function versionsOf(runs: readonly UseRun[]): readonly VersionUse[] {
  const versions = groupBy(runs, ({ client }) => client.version)
  return [...versions].map(([version, ofVersion]) => ({
    version,
    from: ofVersion[0]?.span.from ?? 0,
    to: ofVersion.reduce((latest, { span: { to } }) => Math.max(latest, to), 0),
    refs: ofVersion.flatMap(({ refs }) => refs),
  }))
}

/**
 * A later version after which the one before is not seen again is an upgrade; two that go on beside each other are two
 * installations, or a client that was put back.
 *
 *     1.16 ├────┤               upgraded          1.16 ├────────────┤     side by side
 *     1.17        ├─────┤                         1.17      ├────┤
 */
function versionChanges(
  versions: readonly VersionUse[],
  name: Finding['values'],
  timeOf: (at: number) => FactValue,
  pause: number,
): readonly Finding[] {
  return versions.slice(1).flatMap((next, index): Finding[] => {
    const before = versions[index]
    if (!before || before.version === null || next.version === null) return []
    const beside = before.to > next.from + pause
    if (!beside && compareVersions(before.version, next.version) >= 0) return []
    return [
      {
        kind: beside ? 'client_versions_mixed' : 'client_upgraded',
        values: {
          ...name,
          before: { unit: 'text', value: before.version },
          after: { unit: 'text', value: next.version },
          at: timeOf(next.from),
        },
        refs: [...before.refs.slice(-1), ...next.refs.slice(0, 1)],
      },
    ]
  })
}
